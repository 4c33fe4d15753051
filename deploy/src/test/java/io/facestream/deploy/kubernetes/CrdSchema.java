package io.facestream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The schema of a custom resource, as its operator publishes it, in force to the letter. */
final class CrdSchema {
  private final JsonNode definition;
  private final JsonNode schema;

  private CrdSchema(JsonNode definition) {
    this.definition = definition;
    this.schema = strict(definition.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec"));
  }

  /** The definition in a library of the operator. */
  static CrdSchema in(String resource) {
    try (InputStream file = CrdSchema.class.getResourceAsStream(resource)) {
      return new CrdSchema(new YAMLMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code group/version} under which the resource is addressed. */
  String apiVersion() {
    return definition.at("/spec/group").asText()
        + "/"
        + definition.at("/spec/versions/0/name").asText();
  }

  /** What is wrong with the specification of a resource; empty when nothing is. */
  List<String> errors(Map<String, Object> spec) {
    return errors(schema, spec);
  }

  private static List<String> errors(JsonNode schema, Object document) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(new ObjectMapper().valueToTree(document))
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** Fields that the server would drop without a word are errors here. */
  private static JsonNode strict(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("x-kubernetes-int-or-string").asBoolean()) {
        object.remove(List.of("anyOf", "type"));
        ArrayNode types = object.putArray("type");
        types.add("integer").add("string");
      }
      boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
      if (object.path("properties").isObject() && !object.has("additionalProperties") && !open) {
        object.put("additionalProperties", false);
      }
    }
    node.forEach(CrdSchema::strict);
    return node;
  }
}

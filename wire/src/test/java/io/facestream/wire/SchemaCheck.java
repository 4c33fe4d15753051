package io.facestream.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates JSON the way an integrator would, with a validator that knows only our schemas. */
final class SchemaCheck {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder -> builder.schemaLoaders(loaders -> loaders.schemas(Schemas.byId())));
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private SchemaCheck() {}

  /** What is wrong with a record of this module; empty when nothing is. */
  static List<String> errors(String schema, Object value) {
    return errors(schema, new String(Json.toBytes(value), StandardCharsets.UTF_8));
  }

  /** What is wrong with a JSON text; empty when nothing is. */
  static List<String> errors(String schema, String json) {
    return messages(SchemaLocation.of(Schemas.id(schema)), json);
  }

  /** The JSON of a record of this module, to be tampered with. */
  static ObjectNode tree(Object value) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(Json.toBytes(value));
    } catch (IOException e) {
      throw new IllegalStateException("Json wrote what Jackson cannot read", e);
    }
  }

  /** What is wrong with a schema itself; empty when nothing is. */
  static List<String> errorsOfSchema(String schema) {
    return messages(SchemaLocation.of(VersionFlag.V202012.getId()), Schemas.text(schema));
  }

  private static List<String> messages(SchemaLocation location, String json) {
    JsonSchema loaded = FACTORY.getSchema(location, CONFIG);
    return loaded.validate(json, InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}

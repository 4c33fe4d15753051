package io.facestream.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.facestream.console.Console;
import io.facestream.console.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds answers against the document of the API: path, method, status, media type and body. */
public final class ContractCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode DOCUMENT = read();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private ContractCheck() {}

  private static JsonNode read() {
    try (InputStream in =
        Console.class.getResourceAsStream("/io/facestream/console/api/openapi.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each route that the document has. */
  public static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : DOCUMENT.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> {
                if (METHODS.contains(method)) {
                  routes.add(new Route(method.toUpperCase(java.util.Locale.ROOT), path.getKey()));
                }
              });
    }
    return routes;
  }

  /**
   * Fails unless the document describes this answer.
   *
   * @param path without query; one that is not in the document may only be answered by problem 404
   */
  public static void assertDescribed(
      String method, String path, int status, String type, String body) {
    JsonNode operation = operation(method, path);
    String bare = type.replaceFirst(";.*", "").strip();
    if (operation == null) {
      assertThat(status).as("%s %s is not in the document", method, path).isIn(403, 404, 405);
      assertFits(schema("Problem"), body);
      return;
    }
    JsonNode answer = answer(operation, status);
    assertThat(answer.isMissingNode())
        .as("%s %s answers %s, which is not in the document: %s", method, path, status, body)
        .isFalse();
    JsonNode content = answer.get("content");
    if (content == null) {
      assertThat(body).isEmpty();
      return;
    }
    assertThat(content.has(bare)).as("%s %s: %s", method, path, bare).isTrue();
    if (bare.endsWith("json")) {
      assertFits(content.get(bare).get("schema"), body);
    }
  }

  /** Whatever is no failure must be named; failures are all of one kind. */
  private static JsonNode answer(JsonNode operation, int status) {
    JsonNode named = operation.at("/responses/" + status);
    JsonNode answer =
        named.isMissingNode() && status >= 400 ? operation.at("/responses/default") : named;
    return answer.has("$ref") ? DOCUMENT.at(answer.get("$ref").asText().substring(1)) : answer;
  }

  private static JsonNode schema(String name) {
    return DOCUMENT.at("/components/schemas/" + name);
  }

  private static JsonNode operation(String method, String path) {
    JsonNode paths = DOCUMENT.get("paths");
    for (Map.Entry<String, JsonNode> one : paths.properties()) {
      if (path.matches(one.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
        JsonNode operation = one.getValue().get(method.toLowerCase(java.util.Locale.ROOT));
        if (operation != null) {
          return operation;
        }
      }
    }
    return null;
  }

  private static void assertFits(JsonNode schema, String body) {
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", DOCUMENT.get("components"));
    try {
      assertThat(SCHEMAS.getSchema(whole).validate(JSON.readTree(body))).as(body).isEmpty();
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }
}

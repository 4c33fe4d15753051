package io.facestream.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.facestream.console.http.Queries;
import io.facestream.console.http.Route;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The document of the API: written in YAML, with its reasons; served as JSON. */
public final class Contract implements RouteGroup {
  private static final String FILE = "openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final JsonNode document = read();
  private final byte[] json = bytes(document);

  private static JsonNode read() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(JsonNode document) {
    try {
      return new ObjectMapper().writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parameters that it names, by route. */
  public Queries queries() {
    Map<Route, Set<String>> known = new HashMap<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (METHODS.contains(one.getKey())) {
          known.put(
              new Route(one.getKey().toUpperCase(Locale.ROOT), path.getKey()),
              parameters(path.getValue(), one.getValue()));
        }
      }
    }
    return new Queries(known);
  }

  /** Those of a path hold for all that can be done there. */
  private Set<String> parameters(JsonNode path, JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode of : List.of(path, operation)) {
      for (JsonNode given : of.path("parameters")) {
        String place = given.path("$ref").asText("");
        JsonNode parameter = place.isEmpty() ? given : document.at(place.substring(1));
        if (parameter.path("in").asText().equals("query")) {
          names.add(parameter.path("name").asText());
        }
      }
    }
    return names;
  }

  @Override
  public void addTo(Routes routes) {
    routes.addOpen(
        "GET",
        "/api/v1/openapi.json",
        context -> context.contentType("application/json").result(json.clone()));
  }
}

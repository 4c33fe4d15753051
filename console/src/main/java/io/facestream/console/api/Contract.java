package io.facestream.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The document of the API: written in YAML, with its reasons; served as JSON. */
public final class Contract implements RouteGroup {
  private static final String FILE = "openapi.yaml";

  private final byte[] json = read();

  private static byte[] read() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(in);
      return new ObjectMapper().writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.addOpen(
        "GET",
        "/api/v1/openapi.json",
        context -> context.contentType("application/json").result(json.clone()));
  }
}

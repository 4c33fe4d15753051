package io.facestream.console.api;

import io.facestream.console.http.Json;
import io.facestream.console.http.Requests;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code /health} and {@code /metrics}, for whatever runs the console. They tell of nobody. */
public final class HealthRoutes implements RouteGroup {
  private final Map<String, BooleanSupplier> parts;
  private final Requests requests;

  /**
   * @param parts what must answer before the console can do its work, by name
   */
  public HealthRoutes(Map<String, BooleanSupplier> parts, Requests requests) {
    this.parts = new LinkedHashMap<>(parts);
    this.requests = requests;
  }

  /**
   * How it is.
   *
   * @param status up or down
   * @param parts the same of each part
   */
  record View(String status, Map<String, String> parts) {}

  @Override
  public void addTo(Routes routes) {
    routes.addOpen(
        "GET", "/health/live", context -> Json.answer(context, 200, new View("up", null)));
    routes.addOpen(
        "GET",
        "/health",
        context -> {
          Map<String, String> states = new LinkedHashMap<>();
          parts.forEach((name, answers) -> states.put(name, word(answers.getAsBoolean())));
          boolean up = !states.containsValue(word(false));
          Json.answer(context, up ? 200 : 503, new View(word(up), states));
        });
    routes.addOpen(
        "GET",
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(requests.text()));
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}

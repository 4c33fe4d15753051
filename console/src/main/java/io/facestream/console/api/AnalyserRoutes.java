package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.asks.AnalyserCatalogue;
import io.facestream.console.http.Json;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.javalin.http.Context;
import java.util.List;

/** {@code /api/v1/analysers}: what can be asked of a face beside whose it is. */
public final class AnalyserRoutes implements RouteGroup {
  private final List<AnalyserCatalogue.Entry> analysers;

  public AnalyserRoutes(List<AnalyserCatalogue.Entry> analysers) {
    this.analysers = List.copyOf(analysers);
  }

  record Catalogue(List<AnalyserCatalogue.Entry> items) {}

  @Override
  public void addTo(Routes routes) {
    routes.addForAll("GET", "/api/v1/analysers", this::list);
  }

  private void list(Context context, Caller caller) {
    Json.answer(context, 200, new Catalogue(analysers));
  }
}

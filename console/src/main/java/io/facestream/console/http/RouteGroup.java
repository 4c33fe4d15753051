package io.facestream.console.http;

/** Routes that belong together, such as those of keys. */
@FunctionalInterface
public interface RouteGroup {
  /** Adds each route once; all must be in the document of the API. */
  void addTo(Routes routes);
}

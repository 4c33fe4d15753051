package io.facestream.console.page;

import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the SDK for JavaScript, so that a line of script is all that a page of another site needs
 * to embed it.
 */
public final class SdkFiles implements RouteGroup {
  private static final List<String> FILES =
      List.of(
          "facestream.js",
          "http.js",
          "events.js",
          "capture.js",
          "capture/answer.js",
          "capture/camera.js",
          "capture/dom.js",
          "capture/style.js");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public SdkFiles() {
    FILES.forEach(
        file -> files.put("/sdk/" + file, Resources.read("/io/facestream/sdk/js/" + file)));
  }

  @Override
  public void addTo(Routes routes) {
    files.forEach(
        (path, bytes) -> routes.addSharedFile(path, "text/javascript; charset=utf-8", bytes));
  }
}

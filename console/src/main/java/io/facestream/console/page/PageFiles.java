package io.facestream.console.page;

import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the page's files, each under its own address: what is not in the list is not there,
 * however a path is written.
 */
public final class PageFiles implements RouteGroup {
  private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.1/";

  /** Of lit-html what the page imports, and what that imports. */
  private static final List<String> LIBRARY =
      List.of("lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js");

  /** Addresses of the app: the script within the page knows which of its views they are. */
  private static final List<String> VIEWS =
      List.of(
          "/",
          "/setup",
          "/login",
          "/live",
          "/analyse",
          "/desk",
          "/people",
          "/visits",
          "/cameras",
          "/settings");

  private static final List<String> FILES =
      List.of(
          "app.js",
          "api.js",
          "docs.js",
          "style.css",
          "icon.svg",
          "parts/bars.js",
          "parts/camera.js",
          "parts/cameraform.js",
          "parts/enrol.js",
          "parts/format.js",
          "parts/html.js",
          "parts/mergedin.js",
          "parts/mergeform.js",
          "parts/persondetails.js",
          "parts/personform.js",
          "parts/picture.js",
          "parts/policyform.js",
          "parts/policypath.js",
          "parts/policywords.js",
          "parts/rehearsal.js",
          "parts/review.js",
          "parts/states.js",
          "parts/story.js",
          "parts/view.js",
          "parts/zones.js",
          "views/analyse.js",
          "views/away.js",
          "views/cameras.js",
          "views/desk.js",
          "views/live.js",
          "views/login.js",
          "views/people.js",
          "views/settings.js",
          "views/settings/audit.js",
          "views/settings/keys.js",
          "views/settings/policies.js",
          "views/settings/retention.js",
          "views/settings/webhooks.js",
          "views/setup.js",
          "views/visits.js",
          "views/zones.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public PageFiles() {
    FILES.forEach(file -> files.put("/page/" + file, read(file)));
    LIBRARY.forEach(file -> files.put("/page/lib/" + file, read(LIT + file)));
    byte[] index = read("index.html");
    VIEWS.forEach(view -> files.put(view, index));
    files.put("/api/v1/docs", read("docs.html"));
  }

  private static byte[] read(String name) {
    return Resources.read(name.startsWith("/") ? name : "/io/facestream/console/page/" + name);
  }

  @Override
  public void addTo(Routes routes) {
    files.forEach(
        (path, bytes) ->
            routes.addFile(
                path,
                TYPES.get(path.contains(".") ? path.replaceAll(".*\\.", "") : "html"),
                bytes));
  }
}

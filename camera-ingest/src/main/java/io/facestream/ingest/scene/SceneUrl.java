package io.facestream.ingest.scene;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code scene:?seed=7&people=4&…}; every parameter has a default. */
public final class SceneUrl {

  private static final Map<String, String> DEFAULTS = defaults();
  private static final Pattern TIME = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)?");

  private final Map<String, String> values;

  private SceneUrl(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a scene URL.
   *
   * @throws IllegalArgumentException in one line: the parameter and its valid range
   */
  public static SceneOptions parse(String url) {
    if (!url.regionMatches(true, 0, "scene:", 0, 6)) {
      throw new IllegalArgumentException("'" + url + "' is no scene URL; write scene:?seed=7");
    }
    Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    String query = url.substring(6).replaceFirst("^/*\\??", "");
    for (String pair : query.split("&")) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (equals < 0 || !DEFAULTS.containsKey(name)) {
        Set<String> known = new TreeSet<>(DEFAULTS.keySet());
        throw new IllegalArgumentException(
            "scene: '"
                + pair
                + "' is not name=value with a known name: "
                + String.join(", ", known));
      }
      values.put(name, pair.substring(equals + 1));
    }
    return new SceneUrl(values).options();
  }

  private SceneOptions options() {
    int cameras = (int) whole("cameras", 1, 100_000);
    boolean endless = values.get("duration").equals("endless");
    SceneOptions options =
        new SceneOptions(
            whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
            (int) whole("people", 1, SceneOptions.MOST_PEOPLE),
            (int) whole("strangers", 0, SceneOptions.MOST_PEOPLE),
            choice("unverified"),
            (int) whole("width", 160, 3840),
            (int) whole("height", 120, 2160),
            rate(),
            endless ? null : time("duration", 0.1, 7 * 24 * 3600),
            (int) whole("camera", 0, cameras - 1),
            cameras,
            (int) whole("crowd", 0, 8),
            time("visit", 3, 120),
            (int) whole("quality", 1, 100));
    int everybody = options.people() + options.strangers();
    if (everybody > Cast.VERIFIED && !options.unverified()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "scene: people + strangers is %d, and only %d drawn people are known to be unlike each other. Ask for fewer, or add unverified=true if mistakes do not matter",
              everybody,
              Cast.VERIFIED));
    }
    return options;
  }

  private boolean choice(String name) {
    return switch (values.get(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  private long whole(String name, long least, long most) {
    try {
      long value = Long.parseLong(values.get(name));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    throw wrong(name, "a whole number from " + least + " to " + most);
  }

  private double rate() {
    try {
      double value = Double.parseDouble(values.get("rate"));
      if (value >= 0.1 && value <= 240) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    throw wrong("rate", "a number of frames per second from 0.1 to 240");
  }

  private Duration time(String name, double least, double most) {
    Matcher m = TIME.matcher(values.get(name));
    if (m.matches()) {
      String unit = m.group(2) == null ? "s" : m.group(2);
      double factor =
          switch (unit) {
            case "ms" -> 0.001;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 1;
          };
      double seconds = Double.parseDouble(m.group(1)) * factor;
      if (seconds >= least && seconds <= most) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    }
    String endless = name.equals("duration") ? ", or endless" : "";
    throw wrong(
        name,
        "a time such as 30s, 5m or 1h, from " + least + "s to " + (long) most + "s" + endless);
  }

  private IllegalArgumentException wrong(String name, String valid) {
    return new IllegalArgumentException(
        "scene: " + name + "=" + values.get(name) + " must be " + valid);
  }

  private static Map<String, String> defaults() {
    Map<String, String> d = new LinkedHashMap<>();
    d.put("seed", "7");
    d.put("people", "4");
    d.put("strangers", "2");
    d.put("unverified", "false");
    d.put("width", "640");
    d.put("height", "360");
    d.put("rate", "10");
    d.put("duration", "30s");
    d.put("camera", "0");
    d.put("cameras", "1");
    d.put("crowd", "0");
    d.put("visit", "9s");
    d.put("quality", "90");
    return d;
  }
}

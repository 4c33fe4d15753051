package io.facestream.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A service of docker-compose.yml with no variable set, so that each has its default.
 *
 * @param name its name in the composition
 * @param fields as written, merges resolved
 */
@SuppressWarnings("unchecked")
record ComposeService(String name, Map<String, Object> fields) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

  static List<ComposeService> all() {
    Map<String, Object> file = Checkout.yaml("docker-compose.yml");
    return ((Map<String, Map<String, Object>>) file.get("services"))
        .entrySet().stream()
            .map(service -> new ComposeService(service.getKey(), service.getValue()))
            .toList();
  }

  static ComposeService named(String name) {
    return all().stream().filter(service -> service.name.equals(name)).findFirst().orElseThrow();
  }

  String image() {
    return (String) fields.get("image");
  }

  /** Built from this checkout and not pulled. */
  boolean isOurs() {
    return fields.containsKey("build");
  }

  boolean isLongRunning() {
    return "unless-stopped".equals(fields.get("restart"));
  }

  boolean hasHealthCheck() {
    return fields.containsKey("healthcheck");
  }

  /** The words of its command; none when the image's own is used. */
  List<String> command() {
    Object command = fields.get("command");
    if (command instanceof List<?> words) {
      return (List<String>) words;
    }
    return command == null ? List.of() : List.of(defaults(command.toString()).split("\\s+"));
  }

  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    ((Map<String, Object>) fields.getOrDefault("environment", Map.of()))
        .forEach((key, value) -> variables.put(key, defaults(value.toString())));
    return variables;
  }

  /** {@code SOURCE:TARGET[:ro]} of each volume. */
  List<String> volumes() {
    return ((List<String>) fields.getOrDefault("volumes", List.of()))
        .stream().map(ComposeService::defaults).toList();
  }

  List<String> ports() {
    return (List<String>) fields.getOrDefault("ports", List.of());
  }

  /** Name of the service it waits for → condition. */
  Map<String, String> waitsFor() {
    Map<String, String> conditions = new TreeMap<>();
    ((Map<String, Map<String, String>>) fields.getOrDefault("depends_on", Map.of()))
        .forEach((service, how) -> conditions.put(service, how.get("condition")));
    return conditions;
  }

  String memoryLimit() {
    return (String) fields.get("mem_limit");
  }

  private static String defaults(String text) {
    return VARIABLE.matcher(text).replaceAll("$1");
  }

  @Override
  public String toString() {
    return name;
  }
}

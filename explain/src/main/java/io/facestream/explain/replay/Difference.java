package io.facestream.explain.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where two verdicts part.
 *
 * @param path JSON Pointer of the first value that differs
 * @param then what the job said there, as JSON; "nothing" when it said nothing
 * @param now what the replay says there, as JSON; "nothing" when it says nothing
 */
public record Difference(String path, String then, String now) {
  private static final String NOTHING = "nothing";

  /** The first difference in the order of the former; empty when there is none. */
  static Optional<Difference> first(CanonicalVerdict then, CanonicalVerdict now) {
    return first("", then.tree(), now.tree());
  }

  private static Optional<Difference> first(String path, JsonNode then, JsonNode now) {
    if (then != null && now != null && then.getNodeType() == now.getNodeType()) {
      if (then.isObject()) {
        return inObject(path, then, now);
      }
      if (then.isArray()) {
        return inArray(path, then, now);
      }
    }
    String before = then == null ? NOTHING : then.toString();
    String after = now == null ? NOTHING : now.toString();
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(new Difference(path, before, after));
  }

  private static Optional<Difference> inObject(String path, JsonNode then, JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    then.fieldNames().forEachRemaining(names::add);
    Iterator<String> more = now.fieldNames();
    more.forEachRemaining(names::add);
    for (String name : names) {
      Optional<Difference> found =
          first(
              path + "/" + name.replace("~", "~0").replace("/", "~1"),
              then.get(name),
              now.get(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> inArray(String path, JsonNode then, JsonNode now) {
    for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
      Optional<Difference> found = first(path + "/" + i, then.get(i), now.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

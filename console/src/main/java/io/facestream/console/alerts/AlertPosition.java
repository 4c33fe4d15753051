package io.facestream.console.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far somebody has read the topic of alerts: the id of an event, which he sends back to go on.
 *
 * @param topicId which topic of that name
 * @param next the next offset of each partition that is not read from its beginning
 */
public record AlertPosition(String topicId, Map<Integer, Long> next) {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9_-]{1,40}:([0-9]{1,9}-[0-9]{1,18}(,[0-9]{1,9}-[0-9]{1,18})*)?");
  private static final int LONGEST = 20_000;

  public AlertPosition {
    next = new TreeMap<>(next);
  }

  /** The position of a text; empty when it is none. */
  public static Optional<AlertPosition> parse(String text) {
    if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    Map<Integer, Long> next = new TreeMap<>();
    for (String one : text.substring(colon + 1).split(",")) {
      if (!one.isEmpty()) {
        int dash = one.indexOf('-');
        next.put(Integer.parseInt(one.substring(0, dash)), Long.parseLong(one.substring(dash + 1)));
      }
    }
    return Optional.of(new AlertPosition(text.substring(0, colon), next));
  }

  /** The same after an alert was read. */
  AlertPosition past(int part, long offset) {
    Map<Integer, Long> further = new TreeMap<>(next);
    further.merge(part, offset + 1, Math::max);
    return new AlertPosition(topicId, further);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(topicId).append(':');
    next.forEach(
        (part, offset) ->
            text.append(text.charAt(text.length() - 1) == ':' ? "" : ",")
                .append(part)
                .append('-')
                .append(offset));
    return text.toString();
  }
}

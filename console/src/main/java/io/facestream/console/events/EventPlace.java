package io.facestream.console.events;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Where an event stands in a list, newest first. It never changes while the event is there, so that
 * pages neither repeat nor skip one while others come in.
 *
 * @param began when it began, as was told first
 * @param seq tells two of one moment apart
 */
public record EventPlace(Instant began, long seq) {
  /** As a cursor has it. */
  public static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,15}/[0-9]{1,18}");

  /** The place of such a text. */
  public static EventPlace parse(String text) {
    int slash = text.indexOf('/');
    return new EventPlace(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, slash))),
        Long.parseLong(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return began.toEpochMilli() + "/" + seq;
  }
}

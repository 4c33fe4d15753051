package io.facestream.ingest.sending;

import io.facestream.wire.Printable;
import io.facestream.wire.Topics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the files of a folder that a camera does not publish, and names them: each name once, the
 * first {@value #NAMED} of them, at the end of the source or when a looping one begins anew.
 */
final class SkippedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SkippedFiles.class);
  private static final int NAMED = 10;
  private static final int MAX_NAME = 120;

  private final String cameraId;
  private final CameraTally tally;
  private final LimitedLog log;
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private long inThisRound;
  private boolean told;

  SkippedFiles(String cameraId, CameraTally tally, LimitedLog log) {
    this.cameraId = cameraId;
    this.tally = tally;
    this.log = log;
  }

  void skipped(String name, String reason) {
    if (reasons.containsKey(name)) {
      tell();
    } else if (reasons.size() < NAMED) {
      reasons.put(name, reason);
    }
    inThisRound++;
    tally.skipped.increment();
  }

  void tooLarge(String name, long bytes) {
    tally.refused.increment();
    log.say(
        "too large",
        String.format(
            Locale.ROOT,
            "camera %s: %s has %d bytes, more than the %d a frame may have; refused (%d so far). Scale it down",
            cameraId,
            Printable.of(name, MAX_NAME),
            bytes,
            Topics.MAX_FRAME_BYTES,
            tally.refused.sum()));
  }

  /** Names what was skipped, once. */
  void tell() {
    if (told || reasons.isEmpty()) {
      return;
    }
    told = true;
    long more = inThisRound - reasons.size();
    String names =
        reasons.entrySet().stream()
            .map(entry -> Printable.of(entry.getKey(), MAX_NAME) + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
    LOG.warn(
        "camera {}: skipped {}{}",
        cameraId,
        names,
        more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }
}

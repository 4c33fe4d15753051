package io.facestream.ingest.metrics;

import java.util.Locale;

/**
 * What became of a camera's pictures so far. At the end of a source with an end: read = published +
 * refused + failed.
 *
 * @param read handed over by the source
 * @param published acknowledged by Kafka
 * @param dropped left out because Kafka could not keep up; live cameras only
 * @param refused larger than {@link io.facestream.wire.Topics#MAX_FRAME_BYTES}
 * @param failed refused by Kafka for good
 * @param reconnects how often a lost source came back
 * @param skipped received from a camera, and no picture; not among the read
 * @param unchanged answers of a snapshot address with the picture before; not among the read
 * @param bytes of the published pictures
 */
public record CameraCounters(
    long read,
    long published,
    long dropped,
    long refused,
    long failed,
    long reconnects,
    long skipped,
    long unchanged,
    long bytes) {

  /** The counters in words, on one line. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "read %,d, published %,d (%,.1f MB), dropped %,d, refused %,d, failed %,d, reconnects %,d, skipped %,d, unchanged %,d",
        read,
        published,
        bytes / 1e6,
        dropped,
        refused,
        failed,
        reconnects,
        skipped,
        unchanged);
  }
}

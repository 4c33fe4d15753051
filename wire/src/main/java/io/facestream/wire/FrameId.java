package io.facestream.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the id of a frame, and of its verdict and its alert, says: the opposite of {@link
 * Ids#frameId}.
 *
 * @param cameraId the camera
 * @param partition partition of {@code frames}
 * @param offset offset within the partition
 */
public record FrameId(String cameraId, int partition, long offset) {
  /** A camera may have any of these characters in its own id: the last ones count. */
  private static final Pattern FORM =
      Pattern.compile("(.+)@([0-9]{1,9})-([0-9]{1,18})", Pattern.DOTALL);

  private static final int SHOWN = 100;

  /**
   * Takes an id apart.
   *
   * @throws IllegalArgumentException with one line, when it is none
   */
  public static FrameId parse(String id) {
    Matcher parts = FORM.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + Printable.of(id, SHOWN)
              + "' is no id of a verdict; one reads camera@partition-offset, such as lobby@0-4711");
    }
    return new FrameId(
        parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
  }

  /** The id. */
  @Override
  public String toString() {
    return Ids.frameId(cameraId, partition, offset);
  }
}

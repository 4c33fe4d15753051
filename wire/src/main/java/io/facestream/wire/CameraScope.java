package io.facestream.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The cameras at which the people of a watchlist are looked for, as a policy names them: by their
 * ids ({@link CameraIds}), or many at once by how their ids begin, such as {@code lobby*}.
 */
public final class CameraScope {
  /** Most entries of a scope. */
  public static final int MOST = 1_000;

  /** Ends an entry that stands for all ids that begin so. */
  private static final String ANY_END = "*";

  /**
   * Of an id, which has up to four characters for a byte of the key that {@link FrameBounds}
   * bounds.
   */
  private static final int MOST_BYTES = 4 * FrameBounds.MAX_CAMERA_ID_BYTES;

  private static final int SHOWN = 64;

  private CameraScope() {}

  /** Whether a scope names a camera. */
  public static boolean covers(List<String> entries, String cameraId) {
    for (String entry : entries) {
      if (entry.equals(cameraId)
          || (entry.endsWith(ANY_END) && cameraId.startsWith(beginning(entry)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entry has a star that stands for nothing but itself, as if it were for many ids. */
  public static boolean isLiteralStar(String entry) {
    return (entry.endsWith(ANY_END) ? beginning(entry) : entry).contains(ANY_END);
  }

  private static String beginning(String entry) {
    return entry.substring(0, entry.length() - ANY_END.length());
  }

  /** Why these cannot be a scope, cause and cure in one line, or null when they can. */
  static String complaint(List<String> entries) {
    if (entries.isEmpty()) {
      return "cameras names no camera; unset the field to have all cameras.";
    }
    if (entries.size() > MOST) {
      return String.format(
          Locale.ROOT,
          "cameras has %,d entries, at most %,d are taken; name many cameras by how their ids"
              + " begin, such as \"lobby*\".",
          entries.size(),
          MOST);
    }
    Set<String> seen = new HashSet<>();
    for (String entry : entries) {
      String complaint = seen.add(entry) ? complaint(entry) : "is there twice; leave one out";
      if (complaint != null) {
        return "cameras: '" + Printable.of(entry, SHOWN) + "' " + complaint + ".";
      }
    }
    return null;
  }

  private static String complaint(String entry) {
    if (entry.equals(ANY_END)) {
      return "names every camera; unset the field to have all cameras";
    }
    if (entry.isBlank() || !Printable.of(entry).equals(entry)) {
      return "is no camera id; give one as verdicts have it";
    }
    int bytes = entry.getBytes(StandardCharsets.UTF_8).length;
    return bytes > MOST_BYTES
        ? String.format(
            Locale.ROOT, "has %d bytes, at most %d are taken; shorten it", bytes, MOST_BYTES)
        : null;
  }
}

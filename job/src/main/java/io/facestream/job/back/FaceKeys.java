package io.facestream.job.back;

import io.facestream.job.unmatched.UnmatchedFace;

/** The names under which faces are kept: those of a track lie together, on one slice. */
public final class FaceKeys {
  private static final char END_OF_GROUP = '\n';

  private FaceKeys() {}

  /** What a face is judged together with: its track, or where it is not followed itself alone. */
  public static String groupOf(UnmatchedFace face) {
    return face.track() == null ? face.frameId() + "#" + face.face() : face.track();
  }

  /** The name of a face. */
  static String keyOf(UnmatchedFace face) {
    return prefixOf(groupOf(face))
        + face.frame().partition()
        + "-"
        + face.frame().offset()
        + "#"
        + face.face();
  }

  /** The group of a face with this name. */
  static String groupOf(String key) {
    return key.substring(0, key.lastIndexOf(END_OF_GROUP));
  }

  private static String prefixOf(String group) {
    return group + END_OF_GROUP;
  }
}

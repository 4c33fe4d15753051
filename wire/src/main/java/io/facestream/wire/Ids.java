package io.facestream.wire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids that are a function of what they name, so that a repeat is recognisable as one. */
public final class Ids {
  private static final String UNKNOWN = "unknown/";

  /** So many that two unknown people of one day never have the same id. */
  private static final int UNKNOWN_BYTES = 8;

  private static final int UNKNOWN_SHOWN = 6;

  private static final String NEGATIVE_EXAMPLES = "not/";
  private static final Pattern NEGATIVE_EXAMPLE =
      Pattern.compile("not/.+/.+@\\d+-\\d+#\\d+", Pattern.DOTALL);

  private Ids() {}

  /**
   * The id of a frame, and of its verdict and its alert: {@code lobby@0-4711}.
   *
   * @param cameraId the record's key
   * @param partition partition of {@code frames}
   * @param offset offset within the partition
   */
  public static String frameId(String cameraId, int partition, long offset) {
    return cameraId + "@" + partition + "-" + offset;
  }

  /**
   * The id of a track, after the face it began with: {@code lobby@0-4711#0}.
   *
   * @param frameId of the track's first frame
   * @param face index of the face in that frame, from 0
   */
  public static String trackId(String frameId, int face) {
    return frameId + "#" + face;
  }

  /**
   * The id of a visit, after the frame that opened it: {@code lobby@0-4711/p-17}.
   *
   * @param frameId of the first frame in which the person was recognised
   * @param personId the person
   */
  public static String sightingId(String frameId, String personId) {
    return frameId + "/" + personId;
  }

  /**
   * The id of somebody unknown at a camera for a day: {@code unknown/3f9a2c7be1d04a56}. It follows
   * from where and when he was seen first and from nothing of his face, so nobody can tell by it
   * whether two of other cameras or days are one. {@link #templateId} gives nobody of the gallery a
   * slash in his id.
   *
   * @param day the day
   * @param frameId of the frame with which he is told of first
   * @param trackId {@link #trackId} of his track then
   */
  public static String unknownId(LocalDate day, String frameId, String trackId) {
    byte[] named = (day + " " + frameId + " " + trackId).getBytes(StandardCharsets.UTF_8);
    return UNKNOWN + HexFormat.of().formatHex(Sha256.of(named), 0, UNKNOWN_BYTES);
  }

  /** Whether a person id is that of somebody unknown. */
  public static boolean isUnknown(String personId) {
    return personId.startsWith(UNKNOWN);
  }

  /** What somebody unknown is called: {@code Unknown 3f9a2c}. */
  static String nameOfUnknown(String unknownId) {
    int from = UNKNOWN.length();
    return "Unknown "
        + unknownId.substring(from, Math.min(unknownId.length(), from + UNKNOWN_SHOWN));
  }

  /**
   * The id of a review, after what was reviewed and who did: {@code lobby@0-4711#ada}. Another
   * review by the same person has the same.
   *
   * @param of id of an alert or a visit
   * @param by the reviewer, without {@code #}
   */
  public static String reviewId(String of, String by) {
    return of + "#" + by;
  }

  /**
   * The key under which the visits of a person at a camera stand on {@code sightings}: the camera's
   * key, a slash, and the person.
   */
  public static byte[] sightingKey(String cameraId, String personId) {
    byte[] camera = CameraIds.keyOf(cameraId);
    byte[] person = ("/" + personId).getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(camera, camera.length + person.length);
    System.arraycopy(person, 0, key, camera.length, person.length);
    return key;
  }

  /**
   * The id of a template, and the key of its record on {@code gallery}: {@code person/photo}.
   *
   * @throws IllegalArgumentException when a part is blank, or the person contains a slash
   */
  public static String templateId(String personId, String photo) {
    if (personId.isBlank() || personId.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "A person id must not be blank or contain '/': '" + personId + "'");
    }
    if (photo.isBlank()) {
      throw new IllegalArgumentException("The photo of person '" + personId + "' has no name");
    }
    return personId + "/" + photo;
  }

  /**
   * The id of a negative example, and the key of its record on {@code gallery}: {@code
   * not/p-17/lobby@0-4711#0}, the face of that frame which is not of that person.
   *
   * @param frameId of the frame that shows the face
   * @param face index of the face in that frame's verdict, from 0
   */
  public static String negativeExampleId(String personId, String frameId, int face) {
    return NEGATIVE_EXAMPLES + personId + "/" + frameId + "#" + face;
  }

  /** Whether a template id is that of a negative example. */
  public static boolean isNegativeExampleId(String templateId) {
    return templateId.startsWith(NEGATIVE_EXAMPLES)
        && NEGATIVE_EXAMPLE.matcher(templateId).matches();
  }

  /** The person within a template id, or null when it is not of the form {@code person/photo}. */
  public static String personOf(String templateId) {
    int slash = templateId.indexOf('/');
    if (slash < 0 || templateId.substring(slash + 1).isBlank()) {
      return null;
    }
    String person = templateId.substring(0, slash);
    return person.isBlank() ? null : person;
  }
}

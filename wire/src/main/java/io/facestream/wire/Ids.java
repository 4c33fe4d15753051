package io.facestream.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ids that are a function of what they name, so that a repeat is recognisable as one. */
public final class Ids {
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

package io.facestream.wire;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * For whom, or where, a policy holds; the key of its record on {@code policies}.
 *
 * @param scope what kind of thing it names
 * @param name of a watchlist, camera ({@link CameraIds}) or person; empty for the default
 */
public record PolicyKey(Scope scope, String name) implements Serializable {
  /** What a policy can be laid down for, the most specific last. */
  public enum Scope {
    /** Everybody, everywhere. */
    DEFAULT,
    /** Everybody at one camera. */
    CAMERA,
    /** The people on a watchlist, everywhere. */
    WATCHLIST,
    /** One person, everywhere. */
    PERSON;

    private String prefix() {
      return name().toLowerCase(Locale.ROOT) + "/";
    }
  }

  /** What holds where nothing more specific does. */
  public static final PolicyKey DEFAULT = new PolicyKey(Scope.DEFAULT, "");

  /** A camera's. */
  public static PolicyKey camera(String cameraId) {
    return new PolicyKey(Scope.CAMERA, cameraId);
  }

  /** A watchlist's. */
  public static PolicyKey watchlist(String name) {
    return new PolicyKey(Scope.WATCHLIST, name);
  }

  /** A person's. */
  public static PolicyKey person(String personId) {
    return new PolicyKey(Scope.PERSON, personId);
  }

  /**
   * The key that a text is.
   *
   * @throws UnusableRecordException with cause and cure when it is none
   */
  public static PolicyKey parse(String text) throws UnusableRecordException {
    if (text.equals(AppliedThreshold.DEFAULT)) {
      return DEFAULT;
    }
    for (Scope scope : Scope.values()) {
      if (scope != Scope.DEFAULT && text.startsWith(scope.prefix())) {
        PolicyKey key = new PolicyKey(scope, text.substring(scope.prefix().length()));
        String complaint = key.complaint();
        if (complaint != null) {
          throw new UnusableRecordException(complaint, null);
        }
        return key;
      }
    }
    throw new UnusableRecordException(
        "The key '"
            + Printable.of(text, 100)
            + "' is none of a policy; it is default, watchlist/NAME, camera/ID or person/ID.",
        null);
  }

  private String complaint() {
    if (name.isBlank()) {
      return "The key '" + scope.prefix() + "' names nobody; put a name behind the slash.";
    }
    return switch (scope) {
      case CAMERA -> FrameBounds.refusalOfCamera(name.getBytes(StandardCharsets.UTF_8));
      case WATCHLIST -> outOfBounds(GalleryText.WATCHLIST.complaint(name));
      case PERSON -> outOfBounds(GalleryText.PERSON_ID.complaint(name));
      case DEFAULT -> null;
    };
  }

  private static String outOfBounds(String complaint) {
    return complaint == null ? null : "The key is out of bounds: " + complaint;
  }

  /** As on the topic, and as the origin of a threshold. */
  @Override
  public String toString() {
    return scope == Scope.DEFAULT ? AppliedThreshold.DEFAULT : scope.prefix() + name;
  }
}

package io.facestream.photos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The faces chosen on the command line: one choice for all photos, and one per named photo. */
public final class Picks {
  private final Pick general;
  private final Map<String, Pick> byPhoto;

  private Picks(Pick general, Map<String, Pick> byPhoto) {
    this.general = general;
    this.byPhoto = byPhoto;
  }

  /** Photos with several faces are refused. */
  public static Picks none() {
    return new Picks(null, Map.of());
  }

  /**
   * Reads {@code largest}, {@code center}, {@code N} or {@code PHOTO=…} with one of them.
   *
   * @throws IllegalArgumentException when one is none of these
   */
  public static Picks parse(List<String> texts) {
    Pick general = null;
    Map<String, Pick> byPhoto = new HashMap<>();
    for (String text : texts) {
      int equals = text.lastIndexOf('=');
      if (equals < 0) {
        general = Pick.parse(text);
      } else {
        byPhoto.put(text.substring(0, equals), Pick.parse(text.substring(equals + 1)));
      }
    }
    return new Picks(general, byPhoto);
  }

  /** The choice for a photo, named by its path within the gallery folder; null for none. */
  public Pick forPhoto(String relative) {
    return byPhoto.getOrDefault(relative, general);
  }

  /** Photos that were named but are not among these. */
  public Set<String> namedOutside(Set<String> photos) {
    Set<String> unknown = new TreeSet<>(byPhoto.keySet());
    unknown.removeAll(photos);
    return unknown;
  }
}

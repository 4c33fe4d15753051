package io.facestream.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Somebody in the gallery.
 *
 * @param watchlists those that the key may see
 * @param details what the desk keeps of them; may be null
 * @param photos their photos; may be null
 */
public record Person(
    String personId,
    String name,
    List<String> watchlists,
    Map<String, String> details,
    Instant validFrom,
    Instant validUntil,
    List<Photo> photos,
    Instant enrolledAt) {

  /**
   * A photo that they are recognised by.
   *
   * @param photo its name within the person
   * @param quality 0…1
   */
  public record Photo(String photo, String templateId, Double quality, Instant enrolledAt) {}
}

package io.facestream.console.people;

import io.facestream.console.access.Scope;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody in the gallery, as far as somebody may know.
 *
 * @param watchlists those of the scope
 * @param details the attributes of the gallery: shown, never interpreted
 * @param legalBasis why he may be enrolled; null when nobody said
 * @param validFrom null for since ever
 * @param validUntil null for ever
 * @param enrolledAt of the first photo
 */
public record Person(
    String personId,
    String name,
    List<String> watchlists,
    Map<String, String> details,
    String legalBasis,
    Instant validFrom,
    Instant validUntil,
    List<Photo> photos,
    Instant enrolledAt) {

  /**
   * A photo that somebody is recognised by.
   *
   * @param photo its name within the person
   * @param hasPicture whether the face can be shown
   */
  public record Photo(
      String photo, String templateId, double quality, Instant enrolledAt, boolean hasPicture) {}

  static Person of(List<Template> templates, Scope scope) {
    GalleryEntry first = templates.get(0).entry();
    Set<String> watchlists = new LinkedHashSet<>();
    Map<String, String> details = new TreeMap<>();
    for (Template template : templates) {
      template.entry().getWatchlistsList().stream().filter(scope::has).forEach(watchlists::add);
      details.putAll(template.entry().getAttributesMap());
    }
    String legalBasis = details.remove(PersonFacts.LEGAL_BASIS);
    List<Photo> photos =
        templates.stream()
            .map(
                template ->
                    new Photo(
                        template.photo(),
                        template.templateId(),
                        template.entry().getQuality(),
                        enrolled(template.entry()),
                        template.hasPicture()))
            .toList();
    return new Person(
        first.getPersonId(),
        first.getName().isEmpty() ? first.getPersonId() : first.getName(),
        List.copyOf(watchlists),
        details,
        legalBasis,
        first.hasValidFrom() ? Instant.ofEpochMilli(first.getValidFrom()) : null,
        first.hasValidUntil() ? Instant.ofEpochMilli(first.getValidUntil()) : null,
        photos,
        photos.stream()
            .map(Photo::enrolledAt)
            .filter(at -> at != null)
            .min(Instant::compareTo)
            .orElse(null));
  }

  private static Instant enrolled(GalleryEntry entry) {
    return entry.hasEnrolledAt()
        ? Instant.ofEpochSecond(
            entry.getEnrolledAt().getSeconds(), entry.getEnrolledAt().getNanos())
        : null;
  }
}

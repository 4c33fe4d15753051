package io.facestream.console.api;

import io.facestream.console.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How somebody of the gallery is answered.
 *
 * @param similarity to what was asked for; else null
 */
record EnrolledView(
    String personId,
    String name,
    List<String> watchlists,
    Map<String, String> details,
    String legalBasis,
    Instant validFrom,
    Instant validUntil,
    List<PhotoView> photos,
    Instant enrolledAt,
    Double similarity) {
  static EnrolledView of(Person person) {
    return of(person, null);
  }

  static EnrolledView of(Person person, Double similarity) {
    return new EnrolledView(
        person.personId(),
        person.name(),
        person.watchlists(),
        person.details(),
        person.legalBasis(),
        person.validFrom(),
        person.validUntil(),
        person.photos().stream().map(photo -> PhotoView.of(person.personId(), photo)).toList(),
        person.enrolledAt(),
        similarity);
  }
}

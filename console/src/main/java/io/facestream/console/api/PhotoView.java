package io.facestream.console.api;

import io.facestream.console.people.Person;
import java.time.Instant;

/**
 * A photo.
 *
 * @param picture where the face can be seen; null when its picture is not kept
 */
record PhotoView(
    String photo, String templateId, double quality, Instant enrolledAt, String picture) {
  static PhotoView of(String personId, Person.Photo photo) {
    return new PhotoView(
        photo.photo(),
        photo.templateId(),
        photo.quality(),
        photo.enrolledAt(),
        photo.hasPicture()
            ? PeopleRoutes.PEOPLE
                + "/"
                + Paths.escaped(personId)
                + "/photos/"
                + Paths.escaped(photo.photo())
                + "/picture"
            : null);
  }
}

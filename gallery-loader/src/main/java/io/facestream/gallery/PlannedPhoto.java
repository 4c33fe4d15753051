package io.facestream.gallery;

import io.facestream.gallery.people.Person;
import io.facestream.photos.Photo;
import io.facestream.photos.Pick;

/**
 * A photo, before it is looked at.
 *
 * @param person whose photo it is; null when refused for its name
 * @param templateId the key of its template; null when refused for its name
 * @param sha256 of the file; null when it cannot be read
 * @param pick the face chosen on the command line, or null
 * @param refusal why it is not even looked at, or null
 */
record PlannedPhoto(
    Photo photo, Person person, String templateId, String sha256, Pick pick, String refusal) {

  PlannedPhoto refusedBecause(String reason) {
    return new PlannedPhoto(photo, person, templateId, sha256, pick, reason);
  }
}

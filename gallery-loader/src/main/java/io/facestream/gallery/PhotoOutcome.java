package io.facestream.gallery;

import io.facestream.photos.PhotoFace;
import java.util.List;

/**
 * What became of one photo.
 *
 * @param photo its path within the folder
 * @param personId null when nobody could be made of the name
 * @param templateId null when refused before it had one
 * @param reason why it was refused, else null
 * @param remark what was done to the photo before it was loaded, else null
 * @param faces the faces to choose from when there are several, else empty
 */
public record PhotoOutcome(
    String photo,
    String personId,
    String templateId,
    Status status,
    String reason,
    String remark,
    List<PhotoFace> faces) {

  /** The four things that can become of a photo. */
  public enum Status {
    /** Its template was written. */
    LOADED,
    /** What is known of the person has changed; the template was rewritten without its photo. */
    UPDATED,
    /** The gallery has it already. */
    UNCHANGED,
    /** No template was written. */
    REFUSED
  }

  static PhotoOutcome refused(
      PlannedPhoto photo, String reason, List<PhotoFace> facesToChooseFrom) {
    return new PhotoOutcome(
        photo.photo().relative(),
        photo.person() == null ? null : photo.person().id(),
        photo.templateId(),
        Status.REFUSED,
        reason,
        null,
        facesToChooseFrom);
  }

  static PhotoOutcome of(PlannedPhoto photo, Status status) {
    return of(photo, status, null);
  }

  static PhotoOutcome of(PlannedPhoto photo, Status status, String remark) {
    return new PhotoOutcome(
        photo.photo().relative(),
        photo.person().id(),
        photo.templateId(),
        status,
        null,
        remark,
        List.of());
  }
}

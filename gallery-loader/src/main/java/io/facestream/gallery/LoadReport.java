package io.facestream.gallery;

import io.facestream.gallery.PhotoOutcome.Status;
import java.util.List;

/**
 * What a load did.
 *
 * @param modelId the embedder of the templates
 * @param photos one outcome per photo, sorted by path
 * @param erased templates erased because their photo vanished or belongs to another person now
 * @param warnings one line each: the same photo of two people, picks of photos that are not there
 * @param ignored what is in the folder and is no photo, each with the reason
 * @param hidden files and folders whose names begin with a dot, which were passed over
 * @param withoutTemplate the people's folders and single photos none of which gave a template
 */
public record LoadReport(
    String modelId,
    List<PhotoOutcome> photos,
    List<String> erased,
    List<String> warnings,
    List<String> ignored,
    List<String> hidden,
    List<String> withoutTemplate) {

  /** The number of photos of which this became. */
  public long count(Status status) {
    return photos.stream().filter(photo -> photo.status() == status).count();
  }

  /** The photos that were refused, with their reasons. */
  public List<PhotoOutcome> refused() {
    return photos.stream().filter(photo -> photo.status() == Status.REFUSED).toList();
  }

  /** The photos to which something was done before they were loaded. */
  public List<PhotoOutcome> remarked() {
    return photos.stream().filter(photo -> photo.remark() != null).toList();
  }

  /** Number of people with at least one template of these photos. */
  public long people() {
    return photos.stream()
        .filter(photo -> photo.status() != Status.REFUSED)
        .map(PhotoOutcome::personId)
        .distinct()
        .count();
  }
}

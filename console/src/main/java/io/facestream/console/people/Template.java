package io.facestream.console.people;

import io.facestream.wire.proto.GalleryEntry;

/**
 * A template of the view.
 *
 * @param templateId {@code person/photo}
 * @param entry as it lies on the topic
 * @param hasPicture whether its face's picture is kept
 */
record Template(String templateId, GalleryEntry entry, boolean hasPicture) {
  /** The part of the id that names the photo. */
  String photo() {
    return templateId.substring(templateId.indexOf('/') + 1);
  }
}

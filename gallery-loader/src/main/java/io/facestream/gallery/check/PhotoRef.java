package io.facestream.gallery.check;

/**
 * An enrolled photo, as a report names it.
 *
 * @param templateId {@code person/photo}
 * @param personId whose it is
 * @param name the name shown
 */
public record PhotoRef(String templateId, String personId, String name) {
  static PhotoRef of(CheckedTemplate template) {
    return new PhotoRef(template.id(), template.personId(), template.name());
  }
}

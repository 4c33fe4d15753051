package io.facestream.gallery.check;

/**
 * A template, as far as a check needs to know it.
 *
 * @param id {@code person/photo}
 * @param personId whose it is
 * @param name the name shown
 * @param embedding {@code float[dimension]}, about of length 1; not copied
 * @param photoSha256 SHA-256 of the photo it was made of; empty for an import
 */
public record CheckedTemplate(
    String id, String personId, String name, float[] embedding, String photoSha256) {}

package io.facestream.gallery.check;

import java.util.List;

/**
 * One face of one photo, enrolled for several people.
 *
 * @param photoSha256 SHA-256 of the photo
 * @param enrolledAs its templates, at least two, of at least two people; best first: how well they
 *     agree with the other photos of their person
 */
public record SamePhoto(String photoSha256, List<PhotoRef> enrolledAs) {}

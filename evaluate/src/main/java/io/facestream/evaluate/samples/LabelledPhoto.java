package io.facestream.evaluate.samples;

import io.facestream.photos.Photo;

/**
 * A photo, and whose it is.
 *
 * @param photo where it lies
 * @param name as reports name it
 * @param person by number
 */
public record LabelledPhoto(Photo photo, String name, int person) {}

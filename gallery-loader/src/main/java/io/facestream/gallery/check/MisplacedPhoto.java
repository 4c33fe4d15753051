package io.facestream.gallery.check;

/**
 * A photo that is nearer to another person than to its own.
 *
 * @param photo the photo
 * @param own the best cosine to another photo of its person, −1…1
 * @param other the best cosine to a photo of anybody else, higher than {@code own}
 * @param nearest that photo
 * @param agrees whether it would pass for its person in a check of two pictures all the same
 */
public record MisplacedPhoto(
    PhotoRef photo, double own, double other, PhotoRef nearest, boolean agrees) {}

package io.facestream.gallery.check;

/**
 * A photo that no other photo of its person agrees with, and that nobody else is nearer to.
 *
 * @param photo the photo
 * @param own the best cosine to another photo of its person, below the pair similarity
 * @param photos how many its person has; of two, either may be the wrong one
 */
public record DisagreeingPhoto(PhotoRef photo, double own, int photos) {}

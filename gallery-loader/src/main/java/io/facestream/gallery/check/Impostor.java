package io.facestream.gallery.check;

/**
 * The photo of anybody else that comes nearest to a person.
 *
 * @param photo the person's photo that it comes near to
 * @param impostor the other person's
 * @param similarity cosine, −1…1
 */
public record Impostor(PhotoRef photo, PhotoRef impostor, double similarity) {}

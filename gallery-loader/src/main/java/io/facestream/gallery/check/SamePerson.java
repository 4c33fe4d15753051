package io.facestream.gallery.check;

/**
 * Two ids whose photos show one person.
 *
 * @param first the id with more photos, the smaller id where they have equally many, by its photo
 *     that is nearest to the second's
 * @param second the other id, by that photo's nearest
 * @param similarity cosine of the two photos, −1…1
 * @param firstPhotos photos of the first
 * @param secondPhotos photos of the second
 */
public record SamePerson(
    PhotoRef first, PhotoRef second, double similarity, int firstPhotos, int secondPhotos) {}

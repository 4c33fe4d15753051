package io.facestream.vision.packs;

/**
 * The figures that belong to a pack's models and must never be carried over to others.
 *
 * @param videoScore least detector score in camera frames, 0…1
 * @param enrolmentScore least detector score in photos to be enrolled, 0…1
 * @param videoLongSide detector size for camera frames, pixels of the longer side
 * @param enrolmentLongSide detector size for photos, pixels of the longer side
 * @param uprightScore a face of a camera frame that scores less is looked at in three quarter turns
 *     too, and rejected when the detector is surer of one of them; in photos each face is. 0:
 *     never, for a detector that finds upright faces only
 * @param pairSimilarity cosine from which two pictures show the same person, for a 1:1 check
 * @param gallerySimilarity cosine from which the best of a small gallery is a match, where it
 *     cannot follow from {@link EmbedderModel#falseMatches}; above the pair threshold, since every
 *     template is one more chance of a false match
 */
public record PackThresholds(
    double videoScore,
    double enrolmentScore,
    int videoLongSide,
    int enrolmentLongSide,
    double uprightScore,
    double pairSimilarity,
    double gallerySimilarity) {}

package io.facestream.gallery.check;

import io.facestream.vision.packs.PackThresholds;

/**
 * The cosines that a check compares with; all −1…1.
 *
 * @param pairSimilarity from which two pictures show one person, if nothing else was compared
 * @param gallerySimilarity from which the best of a gallery of about {@value #SMALL_GALLERY} is a
 *     match
 * @param threshold the one in force, from which the job names somebody
 */
public record CheckRules(double pairSimilarity, double gallerySimilarity, double threshold) {
  /** The gallery that a pack's threshold is meant for, templates. */
  static final int SMALL_GALLERY = 100;

  /** Above, hardly two photos of one face reach each other, unless they are one photo. */
  private static final double HIGHEST = 0.95;

  /** Those of a pack, at a threshold that may be another one. */
  public static CheckRules of(PackThresholds pack, double threshold) {
    return new CheckRules(pack.pairSimilarity(), pack.gallerySimilarity(), threshold);
  }

  /**
   * The cosine from which two templates of a gallery are of one person, whatever their ids say.
   *
   * <p>A gallery of n templates is n(n − 1)/2 comparisons. The pack says what one comparison asks
   * for, and what a hundred do: about as rarely wrong as a whole. The tail of strangers' cosines is
   * exponential, so what is asked for grows with the logarithm of the comparisons; that line is
   * followed here. So it is as unlikely that two strangers of a gallery of any size reach it as
   * that two strangers reach the pair similarity: some 1 in 300.
   *
   * @param templates how many are compared with each other
   */
  public double onePersonFrom(long templates) {
    double comparisons = Math.max(1, templates * (templates - 1.0) / 2);
    double perDecade = (gallerySimilarity - pairSimilarity) / Math.log10(SMALL_GALLERY);
    return Math.min(HIGHEST, pairSimilarity + perDecade * Math.log10(comparisons));
  }
}

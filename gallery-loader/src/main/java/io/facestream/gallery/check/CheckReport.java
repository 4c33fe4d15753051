package io.facestream.gallery.check;

import java.util.List;

/**
 * What a check of a gallery found.
 *
 * @param templates that were compared with each other
 * @param people whose they are
 * @param onePersonFrom the cosine from which two ids are of one person, {@link
 *     CheckRules#onePersonFrom}
 * @param misplaced photos nearer to another person than to their own, the clearest first
 * @param disagreeing photos that do not agree with their own person, the clearest first
 * @param samePeople people under two ids, the most similar first
 * @param samePhotos photos enrolled for several people
 * @param impostors each person's highest, the highest first
 * @param spread of the highest impostors of those photos that nothing is said against
 */
public record CheckReport(
    int templates,
    int people,
    double onePersonFrom,
    List<MisplacedPhoto> misplaced,
    List<DisagreeingPhoto> disagreeing,
    List<SamePerson> samePeople,
    List<SamePhoto> samePhotos,
    List<Impostor> impostors,
    Spread spread) {

  /** Whether there is nothing that somebody should look at. */
  public boolean clean() {
    return misplaced.isEmpty()
        && disagreeing.isEmpty()
        && samePeople.isEmpty()
        && samePhotos.isEmpty();
  }
}

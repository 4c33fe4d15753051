package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the photos that are nearer to another person than to their own, each person taken as a
 * whole.
 *
 * <p>A wrong photo makes good ones look wrong: those of the person it really shows are near to it,
 * and those of the person under whose name it is are near to none of their own. So the clearest
 * case goes first, counts for nobody from then on, and the others are looked at again without it.
 */
final class MisplacedPhotos {
  /** Equal photos may differ by what rounding does. */
  private static final double ROUNDING = 1e-6;

  /** Where photos accuse each other in longer chains, the rest is reported as it stands. */
  private static final int MOST_ROUNDS = 16;

  private final People people;
  private final OwnPhotos own;
  private final Neighbour[] nearest;
  private final Neighbour[] companions;
  private final boolean[] leftOut;

  /**
   * @param nearest of each template the nearest of anybody else; brought up to date for those that
   *     are looked at again
   * @param companions of each template the nearest other one of its person; likewise
   */
  MisplacedPhotos(People people, OwnPhotos own, Neighbour[] nearest, Neighbour[] companions) {
    this.people = people;
    this.own = own;
    this.nearest = nearest;
    this.companions = companions;
    this.leftOut = new boolean[nearest.length];
  }

  /** By template, whether it was found. */
  boolean[] misplaced() {
    return leftOut.clone();
  }

  /** Finds them, the clearest first. */
  List<MisplacedPhoto> find(NearestOthers others, CheckRules rules) {
    List<Integer> found = new ArrayList<>();
    List<Integer> suspects = new ArrayList<>();
    for (int i = 0; i < nearest.length; i++) {
      if (isSuspect(i)) {
        suspects.add(i);
      }
    }
    for (int round = 1; !suspects.isEmpty(); round++) {
      List<Integer> clear = round > MOST_ROUNDS ? suspects : clearest(suspects);
      found.addAll(clear);
      for (int misplaced : clear) {
        leftOut[misplaced] = true;
        others.leaveOut(misplaced);
      }
      suspects = lookAgain(suspects, clear, others);
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -excess(i))
                .thenComparing(i -> people.template(i).id()))
        .map(i -> report(i, rules))
        .toList();
  }

  private boolean isSuspect(int template) {
    return companions[template].exists()
        && nearest[template].exists()
        && excess(template) > ROUNDING;
  }

  private double excess(int template) {
    return nearest[template].similarity() - companions[template].similarity();
  }

  /** Those of whom neither the accuser nor the last companion is a clearer case. */
  private List<Integer> clearest(List<Integer> suspects) {
    boolean[] suspected = new boolean[nearest.length];
    suspects.forEach(i -> suspected[i] = true);
    return suspects.stream()
        .filter(
            i ->
                !isClearer(nearest[i].index(), i, suspected)
                    && people.photosOf(people.of(i)).stream()
                        .anyMatch(
                            other ->
                                other != i && !leftOut[other] && !isClearer(other, i, suspected)))
        .toList();
  }

  private boolean isClearer(int other, int template, boolean[] suspected) {
    if (!suspected[other]) {
      return false;
    }
    int order = Double.compare(excess(other), excess(template));
    return order > 0 || order == 0 && other < template;
  }

  /** At those who were suspected, and at those who have lost a companion. */
  private List<Integer> lookAgain(
      List<Integer> suspects, List<Integer> gone, NearestOthers others) {
    Set<Integer> concerned = new TreeSet<>(suspects);
    gone.forEach(i -> concerned.addAll(people.photosOf(people.of(i))));
    int[] left = concerned.stream().filter(i -> !leftOut[i]).mapToInt(i -> i).toArray();
    Neighbour[] updated = others.of(left);
    List<Integer> still = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      nearest[left[i]] = updated[i];
      companions[left[i]] = own.nearest(left[i], leftOut);
      if (isSuspect(left[i])) {
        still.add(left[i]);
      }
    }
    return still;
  }

  private MisplacedPhoto report(int template, CheckRules rules) {
    double similarity = companions[template].similarity();
    return new MisplacedPhoto(
        PhotoRef.of(people.template(template)),
        similarity,
        nearest[template].similarity(),
        PhotoRef.of(people.template(nearest[template].index())),
        similarity >= rules.pairSimilarity());
  }
}

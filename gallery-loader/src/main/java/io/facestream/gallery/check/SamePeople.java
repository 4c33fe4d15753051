package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds people who are enrolled under two ids, and joins them.
 *
 * <p>One photo of somebody else under a wrong name makes two people similar, too. So both are taken
 * as a whole: more than half of the photos of each must have their nearest photo of anybody else
 * with the other, and as near as one person's are; and one pair of photos must be so near that no
 * two strangers of such a gallery are.
 */
final class SamePeople {
  /** With each round a person can have one more id. */
  private static final int MOST_ROUNDS = 8;

  private record Pair(int from, int to) {}

  /** What speaks for a pair: photos of the one whose nearest is the other's, and the best. */
  private record Votes(int count, int photo, Neighbour best) {
    Votes with(int voter, Neighbour nearest) {
      return best == null || nearest.similarity() > best.similarity()
          ? new Votes(count + 1, voter, nearest)
          : new Votes(count + 1, photo, best);
    }
  }

  private final People people;
  private final CheckRules rules;
  private final double onePersonFrom;
  private final List<SamePerson> found = new ArrayList<>();

  SamePeople(People people, CheckRules rules) {
    this.people = people;
    this.rules = rules;
    this.onePersonFrom = rules.onePersonFrom(people.templates());
  }

  /**
   * Joins until nobody is left to be joined.
   *
   * @param nearest of each template, brought up to date for those that were joined
   */
  List<SamePerson> joinAll(Neighbour[] nearest, NearestOthers others) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Integer> changed = joinSome(nearest);
      if (changed.isEmpty()) {
        break;
      }
      int[] again = changed.stream().mapToInt(i -> i).toArray();
      Neighbour[] updated = others.of(again);
      for (int i = 0; i < again.length; i++) {
        nearest[again[i]] = updated[i];
      }
    }
    found.sort(
        Comparator.comparingDouble(SamePerson::similarity)
            .reversed()
            .thenComparing(same -> same.first().templateId()));
    return found;
  }

  /** Joins pairs, none of which shares a person, and returns the templates of the joined. */
  private List<Integer> joinSome(Neighbour[] nearest) {
    Map<Pair, Votes> votes = new HashMap<>();
    for (int i = 0; i < nearest.length; i++) {
      if (nearest[i].exists() && nearest[i].similarity() >= rules.pairSimilarity()) {
        Pair pair = new Pair(people.of(i), people.of(nearest[i].index()));
        votes.put(pair, votes.getOrDefault(pair, new Votes(0, -1, null)).with(i, nearest[i]));
      }
    }
    List<Pair> pairs =
        votes.keySet().stream()
            .filter(pair -> pair.from() < pair.to() && areOne(pair, votes))
            .sorted(
                Comparator.comparingDouble((Pair pair) -> -votes.get(pair).best().similarity())
                    .thenComparing(Pair::from))
            .toList();
    boolean[] joined = new boolean[people.count()];
    List<Integer> changed = new ArrayList<>();
    for (Pair pair : pairs) {
      if (!joined[pair.from()] && !joined[pair.to()]) {
        joined[pair.from()] = true;
        joined[pair.to()] = true;
        found.add(report(pair, votes.get(pair)));
        people.join(pair.from(), pair.to());
        changed.addAll(people.photosOf(pair.from()));
      }
    }
    return changed;
  }

  private boolean areOne(Pair pair, Map<Pair, Votes> votes) {
    Votes there = votes.get(pair);
    Votes back = votes.get(new Pair(pair.to(), pair.from()));
    return back != null
        && 2 * there.count() > people.photosOf(pair.from()).size()
        && 2 * back.count() > people.photosOf(pair.to()).size()
        && Math.max(there.best().similarity(), back.best().similarity()) >= onePersonFrom;
  }

  private SamePerson report(Pair pair, Votes votes) {
    PhotoRef from = PhotoRef.of(people.template(votes.photo()));
    PhotoRef to = PhotoRef.of(people.template(votes.best().index()));
    int ofFrom = people.photosOf(pair.from()).size();
    int ofTo = people.photosOf(pair.to()).size();
    double similarity = votes.best().similarity();
    boolean fromFirst =
        ofFrom != ofTo ? ofFrom > ofTo : from.personId().compareTo(to.personId()) < 0;
    return fromFirst
        ? new SamePerson(from, to, similarity, ofFrom, ofTo)
        : new SamePerson(to, from, similarity, ofTo, ofFrom);
  }
}

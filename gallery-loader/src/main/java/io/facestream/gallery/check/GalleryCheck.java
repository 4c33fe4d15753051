package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares all templates of a gallery with each other, exactly, and says which look like mistakes.
 *
 * <pre>{@code
 * CheckReport report =
 *     GalleryCheck.check(templates, CheckRules.of(pack.thresholds(), 0.42), 4);
 * }</pre>
 */
public final class GalleryCheck {
  private final People people;
  private final OwnPhotos own;
  private final CheckRules rules;

  private GalleryCheck(List<CheckedTemplate> templates, CheckRules rules) {
    this.people = new People(templates);
    this.own = new OwnPhotos(people);
    this.rules = rules;
  }

  /**
   * Checks a gallery.
   *
   * @param templates of one embedder, each id once, embeddings of one length and none zero
   * @param threads processors to use, at least 1
   * @throws GalleryTooLargeException when the templates do not fit into direct memory, which takes
   *     about five bytes for each number of an embedding
   */
  public static CheckReport check(
      Collection<CheckedTemplate> templates, CheckRules rules, int threads) {
    // By id, so that of equally near photos always the same is named.
    List<CheckedTemplate> sorted =
        templates.stream().sorted(Comparator.comparing(CheckedTemplate::id)).toList();
    return new GalleryCheck(sorted, rules).check(sorted, threads);
  }

  private CheckReport check(List<CheckedTemplate> templates, int threads) {
    try (NearestOthers others = new NearestOthers(people, threads)) {
      Neighbour[] nearest = others.ofAll(templates.size());
      // As the job sees them; what follows leaves templates out and joins people.
      final List<Impostor> impostors = impostors(nearest);
      final int persons = people.count();
      List<SamePerson> samePeople = new SamePeople(people, rules).joinAll(nearest, others);
      Neighbour[] companions = companions();
      List<SamePhoto> samePhotos = new SamePhotos(templates, own, rules).find(companions);
      MisplacedPhotos misplacing = new MisplacedPhotos(people, own, nearest, companions.clone());
      List<MisplacedPhoto> misplaced = misplacing.find(others, rules);
      boolean[] suspicious = misplacing.misplaced();
      List<DisagreeingPhoto> disagreeing = disagreeing(companions, suspicious);
      lookAgainWithout(suspicious, nearest, others);
      return new CheckReport(
          templates.size(),
          persons,
          rules.onePersonFrom(templates.size()),
          misplaced,
          disagreeing,
          samePeople,
          samePhotos,
          impostors,
          spread(nearest, suspicious, samePhotos));
    }
  }

  private Neighbour[] companions() {
    boolean[] nobody = new boolean[people.templates()];
    Neighbour[] companions = new Neighbour[nobody.length];
    Arrays.setAll(companions, i -> own.nearest(i, nobody));
    return companions;
  }

  private List<Impostor> impostors(Neighbour[] nearest) {
    int[] best = new int[people.count()];
    Arrays.fill(best, -1);
    for (int i = 0; i < nearest.length; i++) {
      int person = people.of(i);
      if (best[person] < 0 || nearest[i].similarity() > nearest[best[person]].similarity()) {
        best[person] = i;
      }
    }
    return Arrays.stream(best)
        .filter(i -> nearest[i].exists())
        .mapToObj(
            i ->
                new Impostor(
                    PhotoRef.of(people.template(i)),
                    PhotoRef.of(people.template(nearest[i].index())),
                    nearest[i].similarity()))
        .sorted(
            Comparator.comparingDouble(Impostor::similarity)
                .reversed()
                .thenComparing(impostor -> impostor.photo().templateId()))
        .toList();
  }

  /** Where a misplaced photo is the only companion, it is that one which is wrong. */
  private List<DisagreeingPhoto> disagreeing(Neighbour[] companions, boolean[] misplaced) {
    List<DisagreeingPhoto> found = new ArrayList<>();
    for (int i = 0; i < companions.length; i++) {
      double similarity = companions[i].similarity();
      if (!misplaced[i]
          && companions[i].exists()
          && similarity < rules.pairSimilarity()
          && own.nearest(i, misplaced).exists()) {
        int photos = people.photosOf(people.of(i)).size();
        found.add(new DisagreeingPhoto(PhotoRef.of(people.template(i)), similarity, photos));
      }
    }
    found.sort(
        Comparator.comparingDouble(DisagreeingPhoto::own)
            .thenComparing(photo -> photo.photo().templateId()));
    return found;
  }

  private static void lookAgainWithout(
      boolean[] misplaced, Neighbour[] nearest, NearestOthers others) {
    int[] stale =
        IntStream.range(0, nearest.length)
            .filter(i -> nearest[i].exists() && misplaced[nearest[i].index()])
            .toArray();
    Neighbour[] updated = others.of(stale);
    for (int i = 0; i < stale.length; i++) {
      nearest[stale[i]] = updated[i];
    }
  }

  private Spread spread(Neighbour[] nearest, boolean[] misplaced, List<SamePhoto> samePhotos) {
    Set<String> shared =
        samePhotos.stream()
            .flatMap(photo -> photo.enrolledAs().stream())
            .map(PhotoRef::templateId)
            .collect(Collectors.toSet());
    double[] strangers =
        IntStream.range(0, nearest.length)
            .filter(i -> nearest[i].exists() && !misplaced[i])
            .filter(i -> !shared.contains(people.template(i).id()))
            .mapToDouble(i -> nearest[i].similarity())
            .toArray();
    return Spread.of(strangers, rules.threshold());
  }
}

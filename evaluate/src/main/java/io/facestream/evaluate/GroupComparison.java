package io.facestream.evaluate;

import io.facestream.evaluate.result.Groups;
import io.facestream.evaluate.result.Groups.GroupRates;
import io.facestream.evaluate.samples.EmbeddedPhoto;
import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.Wilson;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The rates of each group, at thresholds that are the same for all. */
final class GroupComparison {
  private GroupComparison() {}

  /**
   * Compares groups.
   *
   * @param groups of the people, by number; null for those in none
   */
  static Groups of(
      Samples samples, List<String> groups, FolderVerification verification, GallerySearch search) {
    List<GroupRates> rates =
        groups.stream()
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .map(group -> of(samples, group, groups, verification, search))
            .toList();
    return new Groups(ScoreGrid.cosine(verification.binOfGroups()), search.cosineOfGroups(), rates);
  }

  private static GroupRates of(
      Samples samples,
      String group,
      List<String> groups,
      FolderVerification verification,
      GallerySearch search) {
    IntPredicate isMember = person -> group.equals(groups.get(person));
    List<EmbeddedPhoto> photos =
        samples.seen().stream().filter(photo -> isMember.test(photo.photo().person())).toList();
    long unusable = photos.stream().filter(photo -> !photo.usable()).count();
    int people = (int) IntStream.range(0, groups.size()).filter(isMember).count();
    return search.completed(
        verification.ofGroup(
            group, people, photos.isEmpty() ? null : Wilson.of(unusable, photos.size()), isMember),
        isMember);
  }
}

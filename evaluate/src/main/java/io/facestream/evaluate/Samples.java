package io.facestream.evaluate;

import io.facestream.evaluate.comparison.AllAgainstAll;
import io.facestream.evaluate.comparison.Cosines;
import io.facestream.evaluate.result.PhotoCounts;
import io.facestream.evaluate.result.PhotoCounts.Unusable;
import io.facestream.evaluate.samples.EmbeddedPhoto;
import io.facestream.evaluate.samples.LabelledPhotos;
import io.facestream.evaluate.statistics.Wilson;
import java.util.List;

/**
 * The photos that were looked at, and those of them that can be compared, by their places.
 *
 * @param labels whose photos they are
 * @param seen all of them
 * @param usable those with an embedding
 * @param comparisons of these
 */
record Samples(
    LabelledPhotos labels,
    List<EmbeddedPhoto> seen,
    List<EmbeddedPhoto> usable,
    AllAgainstAll comparisons) {

  static Samples of(LabelledPhotos labels, List<EmbeddedPhoto> seen) {
    List<EmbeddedPhoto> usable = seen.stream().filter(EmbeddedPhoto::usable).toList();
    if (usable.isEmpty()) {
      throw new EvaluationException(
          "None of the "
              + seen.size()
              + " photos can be used; the first, "
              + seen.get(0).photo().name()
              + ": "
              + seen.get(0).refusal());
    }
    Cosines cosines =
        Cosines.of(usable.stream().map(EmbeddedPhoto::embedding).toArray(float[][]::new));
    int[] people = usable.stream().mapToInt(photo -> photo.photo().person()).toArray();
    return new Samples(labels, seen, usable, new AllAgainstAll(cosines, people));
  }

  /** How many people there are, those without a usable photo among them. */
  int people() {
    return labels.people().size();
  }

  /** Usable photos of each person. */
  long[] photosByPerson() {
    long[] photos = new long[people()];
    for (int person : comparisons.people()) {
      photos[person]++;
    }
    return photos;
  }

  /** People who may be enrolled and have a usable photo. */
  int enrollable() {
    return (int)
        usable.stream()
            .map(photo -> photo.photo().person())
            .filter(person -> !labels.isStranger(person))
            .distinct()
            .count();
  }

  /** People with a usable photo. */
  int compared() {
    return (int) usable.stream().map(photo -> photo.photo().person()).distinct().count();
  }

  PhotoCounts counts() {
    List<Unusable> unusable =
        seen.stream()
            .filter(photo -> !photo.usable())
            .map(photo -> new Unusable(photo.photo().name(), photo.refusal()))
            .toList();
    int ofStrangers =
        (int) seen.stream().filter(photo -> labels.isStranger(photo.photo().person())).count();
    return new PhotoCounts(
        labels.strangersFrom(),
        seen.size() - ofStrangers,
        people() - labels.strangersFrom(),
        ofStrangers,
        Wilson.of(unusable.size(), seen.size()),
        unusable,
        labels.ignored());
  }
}

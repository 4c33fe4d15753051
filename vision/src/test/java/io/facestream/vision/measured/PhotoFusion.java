package io.facestream.vision.measured;

import java.util.List;

/** How the photos of a person could be brought together to one score for a probe. */
enum PhotoFusion {
  BEST("the best photo") {
    @Override
    double score(View probe, List<View> photos) {
      return sorted(probe, photos)[photos.size() - 1];
    }
  },
  BEST_TWO("the mean of the best two") {
    @Override
    double score(View probe, List<View> photos) {
      double[] sorted = sorted(probe, photos);
      return (sorted[sorted.length - 1] + sorted[sorted.length - 2]) / 2;
    }
  },
  MEAN("the mean of all") {
    @Override
    double score(View probe, List<View> photos) {
      return TrackRule.MEAN.score(photos, probe.embedding());
    }
  },
  MEAN_BY_QUALITY("their mean weighted by quality") {
    @Override
    double score(View probe, List<View> photos) {
      return TrackRule.MEAN_BY_QUALITY.score(photos, probe.embedding());
    }
  },
  POOLED("their embeddings pooled to one template") {
    @Override
    double score(View probe, List<View> photos) {
      return TrackRule.POOLED.score(photos, probe.embedding());
    }
  },
  ONE("one photo, without the others") {
    @Override
    double score(View probe, List<View> photos) {
      return probe.cosine(photos.get(0).embedding());
    }
  };

  private final String words;

  PhotoFusion(String words) {
    this.words = words;
  }

  /**
   * The score of a person.
   *
   * @param photos at least two
   */
  abstract double score(View probe, List<View> photos);

  @Override
  public String toString() {
    return words;
  }

  private static double[] sorted(View probe, List<View> photos) {
    return photos.stream().mapToDouble(photo -> probe.cosine(photo.embedding())).sorted().toArray();
  }
}

package io.facestream.vision.measured;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the views of a visit could be brought together to one score for a template. */
public enum TrackRule {
  FIRST_VIEW("the first view alone") {
    @Override
    public double score(List<View> views, float[] template) {
      return views.get(0).cosine(template);
    }
  },
  MIDDLE_VIEW("a view from the middle alone") {
    @Override
    public double score(List<View> views, float[] template) {
      return views.get(views.size() / 2).cosine(template);
    }
  },
  BEST_VIEW("the best view") {
    @Override
    public double score(List<View> views, float[] template) {
      return views.stream().mapToDouble(view -> view.cosine(template)).max().orElseThrow();
    }
  },
  TWO_VIEWS("the second best view, as confirm: 2 of n asks") {
    @Override
    public double score(List<View> views, float[] template) {
      double[] sorted =
          views.stream().mapToDouble(view -> view.cosine(template)).sorted().toArray();
      return sorted.length > 1 ? sorted[sorted.length - 2] : -1;
    }
  },
  MEAN("the mean of the views") {
    @Override
    public double score(List<View> views, float[] template) {
      return weighted(views, template, view -> 1);
    }
  },
  MEAN_BY_QUALITY("their mean weighted by quality") {
    @Override
    public double score(List<View> views, float[] template) {
      return weighted(views, template, View::quality);
    }
  },
  POOLED("their embeddings pooled") {
    @Override
    public double score(List<View> views, float[] template) {
      return pooled(views, template, view -> 1);
    }
  },
  POOLED_BY_QUALITY("their embeddings pooled by quality") {
    @Override
    public double score(List<View> views, float[] template) {
      return pooled(views, template, View::quality);
    }
  };

  private final String words;

  TrackRule(String words) {
    this.words = words;
  }

  /**
   * The score of a visit.
   *
   * @param views at least one
   * @param template unit vector
   */
  public abstract double score(List<View> views, float[] template);

  @Override
  public String toString() {
    return words;
  }

  private static double weighted(
      List<View> views, float[] template, ToDoubleFunction<View> weight) {
    double sum = 0;
    double weights = 0;
    for (View view : views) {
      sum += weight.applyAsDouble(view) * view.cosine(template);
      weights += weight.applyAsDouble(view);
    }
    return weights > 0 ? sum / weights : -1;
  }

  /** The cosine of the weighted sum of the embeddings with the template. */
  private static double pooled(List<View> views, float[] template, ToDoubleFunction<View> weight) {
    double dot = 0;
    double[] sum = new double[template.length];
    for (View view : views) {
      double w = weight.applyAsDouble(view);
      dot += w * view.cosine(template);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += w * view.embedding()[i];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    return squares > 0 ? dot / Math.sqrt(squares) : -1;
  }
}

package io.facestream.job.verdict;

import java.io.Serializable;

/** Smaller and smaller forms of an answer, each of which says what it lacks. */
public interface Reduction<T> extends Serializable {
  /**
   * A smaller form.
   *
   * @param whole the answer as judged
   * @param step from 1 for the largest of the smaller forms
   * @return null when there is none so small
   */
  T smaller(T whole, int step);
}

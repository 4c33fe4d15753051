package io.facestream.job.search;

import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.NegativeExample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The negative examples among a slice's records, beside its index: nobody is found by them. The
 * slice keeps them as it keeps templates, and tells the judge, which compares.
 */
final class SliceExamples {
  private final Map<String, Long> endById = new HashMap<>();
  private final Consumer<ExampleChange> judge;

  /**
   * @param judge is told what changes
   */
  SliceExamples(Consumer<ExampleChange> judge) {
    this.judge = judge;
  }

  /** Takes one of the state; the judge has it in its own. */
  void restored(NegativeExample example) {
    endById.put(example.templateId(), example.validUntil());
  }

  /** Takes one, or another in its place. */
  void put(NegativeExample example) {
    restored(example);
    judge.accept(ExampleChange.of(example));
  }

  /** Lets go of one, where it is here. */
  void remove(String templateId) {
    if (endById.remove(templateId) != null) {
      judge.accept(ExampleChange.gone(templateId));
    }
  }

  boolean contains(String templateId) {
    return endById.containsKey(templateId);
  }

  int size() {
    return endById.size();
  }

  /** When the next one ends, milliseconds since the epoch; never when there is none. */
  long nextEnd() {
    return endById.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }

  /** Those that have ended, in the order of their ids. */
  List<String> endedBy(long now) {
    return endById.entrySet().stream()
        .filter(example -> example.getValue() <= now)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}

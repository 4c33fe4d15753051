package io.facestream.faults.invariant;

import io.facestream.faults.invariant.Answers.Answer;
import io.facestream.wire.Alert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that a run has answered with.
 *
 * @param verdicts by frame id, in the order of arrival
 * @param alerts by alert id
 * @param deadLetters reasons by {@code partition-offset} of the refused record
 * @param outOfOrder frames whose first verdict or alert came behind that of a later frame of their
 *     camera
 */
public record AnswerSet(
    Map<String, List<Answer>> verdicts,
    Map<String, List<Alert>> alerts,
    Map<String, String> deadLetters,
    Set<String> outOfOrder) {

  /** To be filled by one thread and read by others. */
  static AnswerSet empty() {
    return new AnswerSet(
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet());
  }
}

package io.facestream.faults.invariant;

import io.facestream.faults.invariant.Answers.Answer;
import io.facestream.wire.Alert;
import java.util.List;
import java.util.Map;

/**
 * All that a run has answered with.
 *
 * @param verdicts by frame id, in the order of arrival
 * @param alerts by alert id
 * @param deadLetters reasons by {@code partition-offset} of the refused record
 */
public record AnswerSet(
    Map<String, List<Answer>> verdicts,
    Map<String, List<Alert>> alerts,
    Map<String, String> deadLetters) {}

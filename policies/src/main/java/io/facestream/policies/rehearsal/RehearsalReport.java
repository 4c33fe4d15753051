package io.facestream.policies.rehearsal;

import java.util.List;

/**
 * What would have been otherwise.
 *
 * @param frames verdicts read
 * @param faces faces judged anew, those included that have the identity of their track
 * @param alertsBefore frames with a match, as they were judged
 * @param alertsAfter frames with a match under the other policies
 * @param changes alerts gained and lost, in the order of the verdicts
 * @param notKnown faces that could not be judged
 */
public record RehearsalReport(
    long frames,
    long faces,
    long alertsBefore,
    long alertsAfter,
    List<AlertChange> changes,
    NotKnown notKnown) {}

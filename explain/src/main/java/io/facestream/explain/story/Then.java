package io.facestream.explain.story;

import io.facestream.wire.Verdict;
import java.util.List;

/**
 * What the job said of a frame, beside what it would say now.
 *
 * @param verdict what it said
 * @param same whether the answer would be the same now
 * @param differences what has changed since, lines for people; may be there although the answer is
 *     the same
 */
public record Then(Verdict verdict, boolean same, List<String> differences) {}

package io.facestream.client.requests;

import io.facestream.wire.Verdict;

/**
 * What the job said to a picture.
 *
 * @param verdict null when the picture was refused
 * @param refusal why, cause and cure in one line; null when it was not
 */
public record RequestAnswer(Verdict verdict, String refusal) {}

package io.facestream.client.verdicts;

import io.facestream.wire.Verdict;

/**
 * A verdict as its topic holds it.
 *
 * @param verdict what it says
 * @param json its bytes, which may say more than this version knows
 */
public record StoredVerdict(Verdict verdict, byte[] json) {}

package io.facestream.client.verdicts;

import io.facestream.wire.Verdict;
import java.time.Instant;

/**
 * A verdict as its topic holds it.
 *
 * @param verdict what it says
 * @param json its bytes, which may say more than this version knows
 * @param writtenAt the record's timestamp
 */
public record StoredVerdict(Verdict verdict, byte[] json, Instant writtenAt) {}

package io.facestream.console.audit;

import java.util.Optional;

/**
 * What a look at the chain has shown.
 *
 * @param entries how many were looked at
 * @param headSeq the last entry, 0 when there is none; to be noted elsewhere with its hash
 * @param broken the first thing that is wrong, in one line; empty when all is well
 */
public record ChainReport(long entries, long headSeq, String headHash, Optional<String> broken) {}

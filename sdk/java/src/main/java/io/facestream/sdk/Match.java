package io.facestream.sdk;

import java.util.List;

/**
 * Who was recognised.
 *
 * @param watchlists those that the key may see
 * @param similarity cosine, −1…1
 * @param threshold what had to be reached
 * @param margin distance to the next person
 * @param reviewRequired true when a human must look before anybody acts on it; or null
 */
public record Match(
    String personId,
    String name,
    List<String> watchlists,
    double similarity,
    double threshold,
    double margin,
    Boolean reviewRequired) {}

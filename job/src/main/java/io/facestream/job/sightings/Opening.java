package io.facestream.job.sightings;

import io.facestream.wire.Face;
import io.facestream.wire.Verdict;

/**
 * What opened a visit.
 *
 * @param sightingId the visit
 * @param verdict of the frame that opened it
 * @param face the person's face in it
 */
public record Opening(String sightingId, Verdict verdict, Face face) {}

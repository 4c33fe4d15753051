package io.facestream.job.back;

import io.facestream.decision.Policies;
import io.facestream.wire.Models;
import java.io.Serializable;

/**
 * What faces that are past are judged by.
 *
 * @param policies those of the job's options
 * @param minSimilarity templates below this cosine are no candidates, −1…1
 * @param pack name of the model pack
 * @param detector id of its detector
 * @param embedder id of its embedder
 */
public record JudgedBy(
    Policies policies, double minSimilarity, String pack, String detector, String embedder)
    implements Serializable {
  Models models() {
    return new Models(pack, detector, embedder);
  }
}

package io.facestream.job.search;

import java.io.Serializable;
import java.time.Duration;

/**
 * How deep and in what batches a slice is searched.
 *
 * @param candidates templates to return for each probe, at least 1
 * @param persons different persons to return for each probe, as long as the slice has so many
 * @param minSimilarity templates below this cosine are not returned, −1…1
 * @param batchProbes faces that are searched together at the most, at least 1
 * @param batchWait how long a face waits for company at the most; zero: not at all
 * @param repairAfter how long a template in two partitions must have been left alone before it is
 *     taken out of one
 */
public record SearchSettings(
    int candidates,
    int persons,
    double minSimilarity,
    int batchProbes,
    Duration batchWait,
    Duration repairAfter)
    implements Serializable {}

/**
 * Keeps frames in Kafka until every slice has read the gallery.
 *
 * <p>Slices tell their coordinator in the JobManager when they are ready; with the last of them it
 * tells the frames source's enumerator, which tells the readers. A reader takes up its partitions
 * only then, so nothing of the frames is in memory before.
 */
package io.facestream.job.gate;

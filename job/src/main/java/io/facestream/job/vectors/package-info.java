/** Embeddings compared one with one, beside the scan that compares one with all. */
package io.facestream.job.vectors;

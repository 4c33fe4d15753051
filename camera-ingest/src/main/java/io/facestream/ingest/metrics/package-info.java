/** What became of the pictures of each camera, for the log and for Prometheus. */
package io.facestream.ingest.metrics;

/**
 * Cameras to the frames topic: opens sources by URL, paces and buffers their pictures, and
 * publishes them. The sources themselves live in the sub-packages and know nothing of Kafka.
 */
package io.facestream.ingest;

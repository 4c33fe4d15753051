/**
 * Cameras to the frames topic: opens sources by URL, paces and buffers their pictures, and
 * publishes them. The kinds of sources know nothing of Kafka. Start at {@link
 * io.facestream.ingest.CameraIngest}.
 */
package io.facestream.ingest;

package io.facestream.ingest;

/**
 * A picture on its way to Kafka.
 *
 * @param cameraId the record's key
 * @param sequence number within the camera, from 0 in decoding order, also counting what is dropped
 * @param capturedAtMillis capture time, milliseconds since 1970, increasing with the sequence
 * @param picture the encoded bytes
 * @param contentType media type of the picture
 */
record CapturedFrame(
    String cameraId, long sequence, long capturedAtMillis, byte[] picture, String contentType) {}

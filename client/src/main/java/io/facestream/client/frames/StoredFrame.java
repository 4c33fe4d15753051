package io.facestream.client.frames;

import java.time.Instant;

/**
 * A frame as its topic holds it.
 *
 * @param key of the record, which is the camera's; null when it has none
 * @param capturedAt the record's timestamp
 * @param picture the encoded picture
 */
public record StoredFrame(byte[] key, Instant capturedAt, byte[] picture) {}

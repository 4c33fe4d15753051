package io.facestream.ingest.source;

import java.time.Duration;

/**
 * One picture of a source, encoded.
 *
 * @param picture the encoded bytes; the receiver owns the array
 * @param contentType media type of the picture, such as {@code image/jpeg}
 * @param mediaTime time since the source's first picture, strictly increasing; null for live
 *     sources, whose clock is the wall
 */
public record SourceFrame(byte[] picture, String contentType, Duration mediaTime) {}

package io.facestream.client.cameras;

import io.facestream.wire.CameraSource;
import java.time.Instant;

/**
 * A camera as the topic has it.
 *
 * @param source where it is read, and how
 * @param version offset of its record
 * @param since timestamp of its record, which is the broker's
 */
public record StoredCamera(CameraSource source, long version, Instant since) {}

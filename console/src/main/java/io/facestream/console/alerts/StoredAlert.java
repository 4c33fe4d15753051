package io.facestream.console.alerts;

import io.facestream.console.events.Stored;
import io.facestream.wire.Alert;

/**
 * An alert and where it stands on its topic.
 *
 * @param part partition
 * @param offset offset of its first record
 */
public record StoredAlert(Stored<Alert> stored, int part, long offset) {}

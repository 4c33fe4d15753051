package io.facestream.faults.fuzz;

import io.facestream.faults.invariant.Due;
import java.util.Arrays;

/**
 * What is remembered of a record that was sent.
 *
 * @param keyHash {@link Arrays#hashCode(byte[])} of its key, 0 when it has none
 * @param valueHash that of its value
 */
record Sent(String what, int keyHash, int valueHash, Due due, String reason) {
  static Sent of(FuzzRecord record) {
    return new Sent(
        record.what(),
        Arrays.hashCode(record.key()),
        Arrays.hashCode(record.value()),
        record.due(),
        record.reason());
  }
}

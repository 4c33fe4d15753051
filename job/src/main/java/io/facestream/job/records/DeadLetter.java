package io.facestream.job.records;

/**
 * A record that could not be used, as it came, with the reason.
 *
 * @param topic topic it was read from
 * @param partition partition it was read from, or {@link #FROM_STATE}
 * @param offset offset within the partition, or {@link #FROM_STATE}
 * @param key the record's key, or null
 * @param value the record's value, or null
 * @param reason one line for people: the cause and, where there is one, the cure
 * @param exception class name of the exception behind it, or null
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    byte[] key,
    byte[] value,
    String reason,
    String exception) {
  /** Partition and offset of what was not read from a topic, but found in the job's state. */
  public static final int FROM_STATE = -1;
}

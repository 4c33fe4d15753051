package io.facestream.job.policies;

import java.io.Serializable;
import java.util.Map;

/** What the topic holds now: asked once, before the first frame. */
public interface KeptPolicies extends Serializable {
  /**
   * Reads the whole topic, and hands out each record in the order of its partition.
   *
   * @return for each partition, the offset after the last record
   */
  Map<Integer, Long> read(Visitor visitor) throws Exception;

  /** Takes what is read. */
  @FunctionalInterface
  interface Visitor {
    /** A record lies there. */
    void policy(PolicyRecord record) throws Exception;
  }
}

package io.facestream.job.gallery;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the gallery topic holds now. Asked when a state is older than the topic remembers erasures:
 * the records that erased somebody since then may be gone, and nothing but their absence tells of
 * it.
 */
public interface KeptTemplates extends Serializable {
  /** For how long the topic surely keeps a record that erases a template. */
  Duration remembersErasuresFor();

  /** Reads the whole topic, and hands out each record that enrols a template. */
  void read(Visitor visitor) throws Exception;

  /** Takes what is read. */
  @FunctionalInterface
  interface Visitor {
    /** A record that enrols this template lies there. */
    void template(String templateId, int partition, long offset) throws Exception;
  }
}

package io.facestream.console.access;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes down what is done, within the transaction that does it. */
@FunctionalInterface
public interface Noted {
  /**
   * @param actor see {@link Caller#id}
   */
  void add(Handle handle, String actor, String action, String subject, Map<String, ?> details);
}

package io.facestream.options;

import io.facestream.wire.FacestreamException;

/**
 * A command that knows which other command helps when it, or one below it, fails: beside {@link
 * Remedies}, which know options.
 */
public interface Advisor {

  /** What continues the failure's message, such as " with 'facestream cluster up'"; may be "". */
  String adviceOn(FacestreamException failure);
}

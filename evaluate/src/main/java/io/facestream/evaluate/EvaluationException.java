package io.facestream.evaluate;

import io.facestream.wire.FacestreamException;

/** Nothing can be measured by these photos; the message is one line with cause and cure. */
public final class EvaluationException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}

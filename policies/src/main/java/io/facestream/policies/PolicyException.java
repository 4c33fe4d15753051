package io.facestream.policies;

import io.facestream.wire.FacestreamException;

/** A policy cannot be changed as asked: the message says why, and what to write instead. */
public class PolicyException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** One line with cause and cure. */
  public PolicyException(String message) {
    super(message);
  }
}

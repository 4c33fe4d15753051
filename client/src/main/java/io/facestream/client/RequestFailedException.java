package io.facestream.client;

import io.facestream.wire.FacestreamException;

/**
 * A broker answered that it did not do what was asked. The message is one line that says why, the
 * cause is Kafka's own exception, where there is one.
 */
public class RequestFailedException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  RequestFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

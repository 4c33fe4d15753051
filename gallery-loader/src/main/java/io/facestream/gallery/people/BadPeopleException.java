package io.facestream.gallery.people;

import io.facestream.wire.FacestreamException;

/** A file about people cannot be used; the message names the place, the cause and the cure. */
public final class BadPeopleException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public BadPeopleException(String source, String cause) {
    super(source + ": " + cause);
  }

  public BadPeopleException(String source, String message, Throwable cause) {
    super(source + ": " + message, cause);
  }
}

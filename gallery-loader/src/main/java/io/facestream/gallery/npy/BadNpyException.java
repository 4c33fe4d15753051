package io.facestream.gallery.npy;

import io.facestream.wire.FacestreamException;
import java.nio.file.Path;

/** A file is no matrix we read; the message names the file, the cause and the cure. */
public final class BadNpyException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  BadNpyException(Path file, String cause) {
    super(file + ": " + cause);
  }

  BadNpyException(Path file, String message, Throwable cause) {
    super(file + ": " + message, cause);
  }
}

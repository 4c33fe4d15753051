package io.facestream.photos;

import io.facestream.wire.FacestreamException;
import java.nio.file.Path;

/** A folder cannot be loaded; the message names it, the cause and the cure. */
public final class BadPhotoFolderException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  BadPhotoFolderException(Path folder, String cause) {
    super("Cannot load " + folder + ": " + cause);
  }
}

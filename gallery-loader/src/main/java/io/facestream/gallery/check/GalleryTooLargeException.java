package io.facestream.gallery.check;

import io.facestream.wire.FacestreamException;
import java.util.Locale;

/** The gallery does not fit into the memory that the process may use. */
public final class GalleryTooLargeException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  GalleryTooLargeException(int templates, Throwable cause) {
    super(
        String.format(
            Locale.ROOT,
            "%,d templates do not fit into the memory of this process: %s",
            templates,
            cause.getMessage()),
        cause);
  }
}

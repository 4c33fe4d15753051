package io.facestream.onejvm;

import io.facestream.wire.FacestreamException;
import java.nio.file.Path;
import java.util.Locale;

/** None of a folder's photos can be used; the message says why the first cannot. */
public final class NobodyEnrolledException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  NobodyEnrolledException(Path folder, String reason) {
    super(
        String.format(
            Locale.ROOT,
            "No photo in %s can be used (%s), so nobody could be recognised; add better ones",
            folder,
            reason));
  }
}

package io.facestream.client.gallery;

import io.facestream.wire.FacestreamException;
import java.util.Locale;

/** The gallery topic does not exist, so nobody is enrolled. */
public final class NoSuchGalleryException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  NoSuchGalleryException(GalleryTopic topic) {
    super(
        String.format(
            Locale.ROOT,
            "There is no topic '%s' at %s, so nobody is enrolled. Enrol with 'facestream gallery load', or name another with --gallery-topic.",
            topic.name(),
            topic.bootstrapServers()));
  }
}

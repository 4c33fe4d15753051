package io.facestream.client.gallery;

import io.facestream.wire.FacestreamException;
import java.util.Locale;

/** A record was not acknowledged by the broker; the message names the cause. */
public final class GalleryWriteException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  GalleryWriteException(GalleryTopic topic, Throwable cause) {
    super(
        String.format(
            Locale.ROOT,
            "Writing to topic '%s' at %s failed: %s. Templates acknowledged before are stored; run the command again.",
            topic.name(),
            topic.bootstrapServers(),
            cause.getMessage()),
        cause);
  }
}

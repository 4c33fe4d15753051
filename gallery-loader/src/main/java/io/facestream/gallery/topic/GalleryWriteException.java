package io.facestream.gallery.topic;

/** A record was not acknowledged by the broker; the message names the cause. */
public final class GalleryWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GalleryWriteException(GalleryTopic topic, Throwable cause) {
    super(
        "Writing to topic '%s' at %s failed: %s. Templates acknowledged before are stored; run the command again."
            .formatted(topic.name(), topic.bootstrapServers(), cause.getMessage()),
        cause);
  }
}

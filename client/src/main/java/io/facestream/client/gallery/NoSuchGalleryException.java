package io.facestream.client.gallery;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.List;
import java.util.Locale;

/** The gallery topic does not exist, so nobody is enrolled. */
public final class NoSuchGalleryException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  NoSuchGalleryException(GalleryTopic topic) {
    super(
        String.format(
            Locale.ROOT,
            "There is no topic '%s' at %s, so nobody is enrolled; enrol with 'facestream gallery load'",
            topic.name(),
            topic.bootstrapServers()));
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(Remedy.GALLERY_TOPIC);
  }
}

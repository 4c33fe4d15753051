package io.facestream.gallery.topic;

import com.google.protobuf.InvalidProtocolBufferException;
import io.facestream.wire.proto.GalleryEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the values of the gallery topic. */
public final class GalleryEntries {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryEntries.class);

  private GalleryEntries() {}

  /** The entry, or null (and a warning) when the bytes are none: the job refuses it as well. */
  public static GalleryEntry parse(String templateId, byte[] value) {
    try {
      return GalleryEntry.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      LOG.warn(
          "Template {} is not a gallery entry and is left out: {}", templateId, e.getMessage());
      return null;
    }
  }

  /** The entry without its embedding, for those who keep many of them. */
  public static GalleryEntry parseWithoutEmbedding(String templateId, byte[] value) {
    GalleryEntry entry = parse(templateId, value);
    return entry == null ? null : entry.toBuilder().clearEmbedding().build();
  }
}

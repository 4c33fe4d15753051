package io.facestream.console.testing;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.console.DeskTopics;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;

/** People in a gallery without pictures. */
public final class TestGallery {
  private TestGallery() {}

  /** An entry of nobody's face. */
  public static GalleryEntry.Builder entry(String person, String name, String... watchlists) {
    return GalleryEntry.newBuilder()
        .setPersonId(person)
        .setName(name)
        .setModelId("e")
        .addAllWatchlists(List.of(watchlists))
        .addEmbedding(1)
        .setQuality(0.5f);
  }

  /** Writes one to the topic. */
  public static void put(DeskTopics desk, String templateId, GalleryEntry.Builder entry) {
    GalleryTopic topic = new GalleryTopic(desk.connection(), desk.topics().gallery().name());
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put(templateId, entry.build());
    }
  }
}

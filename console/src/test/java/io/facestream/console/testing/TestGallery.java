package io.facestream.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriteException;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.DeskTopics;
import io.facestream.wire.Topics;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

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

  /** Lets the topic take records, or refuse each; returns when it does. */
  public static void takeRecords(DeskTopics desk, boolean takes) {
    ConfigResource gallery =
        new ConfigResource(ConfigResource.Type.TOPIC, desk.topics().gallery().name());
    String most = Integer.toString(takes ? Topics.MAX_RECORD_BYTES : 1);
    AlterConfigOp bound =
        new AlterConfigOp(new ConfigEntry("max.message.bytes", most), AlterConfigOp.OpType.SET);
    try (Admin admin = TopicAdmin.open(desk.connection())) {
      TopicAdmin.await(
          admin.incrementalAlterConfigs(Map.of(gallery, List.of(bound))).all(),
          "alter the gallery",
          desk.connection());
    }
    // The broker has it a moment later.
    Until.holds(() -> assertThat(takesRecord(desk)).isEqualTo(takes));
  }

  private static boolean takesRecord(DeskTopics desk) {
    GalleryTopic topic = new GalleryTopic(desk.connection(), desk.topics().gallery().name());
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.erase("nobody/nowhere");
      writer.flush();
      return true;
    } catch (GalleryWriteException e) {
      return false;
    }
  }
}

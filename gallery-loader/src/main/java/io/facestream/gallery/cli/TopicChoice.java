package io.facestream.gallery.cli;

import io.facestream.gallery.topic.GalleryTopic;
import picocli.CommandLine.Option;

/** Where the gallery lies: options of every command. */
final class TopicChoice {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      defaultValue = "${env:FACESTREAM_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka brokers. Default: ${DEFAULT-VALUE}.")
  private String bootstrapServers;

  @Option(
      names = "--gallery-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_GALLERY_TOPIC:-gallery}",
      description = "Topic of the gallery. Default: ${DEFAULT-VALUE}.")
  private String topic;

  GalleryTopic topic() {
    return new GalleryTopic(bootstrapServers, topic);
  }
}

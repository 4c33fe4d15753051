package io.facestream.gallery.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.options.BrokerOptions;
import io.facestream.options.GalleryTopicOption;
import picocli.CommandLine.Mixin;

/** Where the gallery lies: options of every command. */
final class TopicChoice {
  @Mixin private BrokerOptions broker;
  @Mixin private GalleryTopicOption gallery;

  GalleryTopic topic() {
    return new GalleryTopic(
        KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig()), gallery.topic());
  }
}

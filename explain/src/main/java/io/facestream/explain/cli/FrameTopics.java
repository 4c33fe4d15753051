package io.facestream.explain.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.options.BrokerOptions;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.GalleryTopicOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where frames, their verdicts and the gallery lie. */
final class FrameTopics {
  @Mixin private BrokerOptions broker;
  @Mixin private FramesTopicOption frames;
  @Mixin private GalleryTopicOption gallery;

  @Option(
      names = "--verdicts-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_VERDICTS_TOPIC:-verdicts}",
      description = "Topic of verdicts. Default: ${DEFAULT-VALUE}.")
  private String verdicts;

  @Option(
      names = "--policies-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_POLICIES_TOPIC:-policies}",
      description = "Topic of policies. Default: ${DEFAULT-VALUE}.")
  private String policies;

  KafkaConnection connection() {
    return KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
  }

  GalleryTopic gallery() {
    return new GalleryTopic(connection(), gallery.topic());
  }

  String frames() {
    return frames.topic();
  }

  String policies() {
    return policies;
  }

  String verdicts() {
    return verdicts;
  }
}

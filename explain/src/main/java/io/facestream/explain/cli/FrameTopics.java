package io.facestream.explain.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.options.BrokerOptions;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.GalleryTopicOption;
import io.facestream.options.PoliciesTopicOption;
import io.facestream.options.VerdictsTopicOption;
import picocli.CommandLine.Mixin;

/** Where frames, their verdicts and the gallery lie. */
final class FrameTopics {
  @Mixin private BrokerOptions broker;
  @Mixin private FramesTopicOption frames;
  @Mixin private GalleryTopicOption gallery;
  @Mixin private VerdictsTopicOption verdicts;
  @Mixin private PoliciesTopicOption policies;

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
    return policies.topic();
  }

  String verdicts() {
    return verdicts.topic();
  }
}

package io.facestream.console.cli;

import io.facestream.client.ConnectionSettingsException;
import io.facestream.client.KafkaConnection;
import io.facestream.console.DeskTopics;
import io.facestream.options.BrokerOptions;
import io.facestream.options.CamerasTopicOption;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.GalleryTopicOption;
import io.facestream.options.PoliciesTopicOption;
import io.facestream.options.ReviewsTopicOption;
import io.facestream.options.VerdictsTopicOption;
import io.facestream.wire.TopicSet;
import io.facestream.wire.Topics;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The broker and topics of the job; those that the job has, under the same names. */
final class DeskOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private BrokerOptions broker;
  @Mixin private FramesTopicOption frames;
  @Mixin private GalleryTopicOption gallery;
  @Mixin private PoliciesTopicOption policies;
  @Mixin private VerdictsTopicOption verdicts;
  @Mixin private ReviewsTopicOption reviews;
  @Mixin private CamerasTopicOption cameras;

  @Option(
      names = "--alerts-topic",
      paramLabel = "TOPIC",
      defaultValue = "alerts",
      description = "Topic of alerts. Default: ${DEFAULT-VALUE}.")
  private String alerts;

  @Option(
      names = "--sightings-topic",
      paramLabel = "TOPIC",
      defaultValue = "sightings",
      description = "Topic of sightings. Default: ${DEFAULT-VALUE}.")
  private String sightings;

  @Option(
      names = "--frames-dlq-topic",
      paramLabel = "TOPIC",
      defaultValue = "frames.dlq",
      description = "Topic of frames that cannot be analysed. Default: ${DEFAULT-VALUE}.")
  private String framesDlq;

  @Option(
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "${env:FACESTREAM_PACK:-standard}",
      description = "Model pack, the job's. Default: ${DEFAULT-VALUE}.")
  private String pack;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder to look for the models in first.")
  private Path models;

  DeskTopics topics() {
    TopicSet usual = Topics.USUAL;
    TopicSet topics =
        new TopicSet(
            usual.frames().named(frames.topic()),
            usual.gallery().named(gallery.topic()),
            usual.policies().named(policies.topic()),
            usual.verdicts().named(verdicts.topic()),
            usual.alerts().named(alerts),
            usual.sightings().named(sightings),
            usual.analyses(),
            usual.framesDlq().named(framesDlq),
            usual.galleryDlq(),
            usual.policiesDlq());
    try {
      return new DeskTopics(
          KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig()),
          topics,
          reviews.topic(),
          cameras.topic(),
          pack,
          models);
    } catch (ConnectionSettingsException e) {
      throw new ParameterException(command.commandLine(), "--kafka-config: " + e.getMessage());
    }
  }
}

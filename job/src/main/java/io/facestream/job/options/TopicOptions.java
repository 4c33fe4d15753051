package io.facestream.job.options;

import io.facestream.client.ConnectionSettingsException;
import io.facestream.client.KafkaConnection;
import io.facestream.options.BrokerOptions;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.GalleryTopicOption;
import io.facestream.options.PoliciesTopicOption;
import io.facestream.options.ReplicationOption;
import io.facestream.options.VerdictsTopicOption;
import io.facestream.wire.TopicSet;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the job reads and writes. */
public final class TopicOptions {
  /** Where reading of frames begins when no checkpoint says so. */
  public enum FramesFrom {
    /** With the next frame: what cameras saw while the job was down is past. */
    LATEST,
    /** With the oldest frame kept. */
    EARLIEST
  }

  @Mixin private BrokerOptions broker;
  @Mixin private ReplicationOption replication;

  private KafkaConnection connection;

  @Option(
      names = "--group-id",
      paramLabel = "ID",
      defaultValue = "facestream",
      description = "Kafka group under which progress is shown. Default: ${DEFAULT-VALUE}.")
  String groupId;

  @Option(
      names = "--frames-from",
      paramLabel = "latest|earliest",
      defaultValue = "latest",
      description = "Where to begin with frames without a checkpoint. Default: ${DEFAULT-VALUE}.")
  FramesFrom framesFrom;

  @Mixin private FramesTopicOption frames;
  @Mixin private GalleryTopicOption gallery;
  @Mixin private PoliciesTopicOption policies;
  @Mixin private VerdictsTopicOption verdicts;

  @Option(
      names = "--alerts-topic",
      paramLabel = "TOPIC",
      defaultValue = "alerts",
      description = "Topic of alerts. Default: ${DEFAULT-VALUE}.")
  String alerts;

  @Option(
      names = "--sightings-topic",
      paramLabel = "TOPIC",
      defaultValue = "sightings",
      description = "Topic of sightings. Default: ${DEFAULT-VALUE}.")
  String sightings;

  @Option(
      names = "--analyses-topic",
      paramLabel = "TOPIC",
      defaultValue = "analyses",
      description = "Topic of what analysers say of faces. Default: ${DEFAULT-VALUE}.")
  String analyses;

  @Option(
      names = "--frames-dlq-topic",
      paramLabel = "TOPIC",
      defaultValue = "frames.dlq",
      description = "Topic of frames that cannot be analysed. Default: ${DEFAULT-VALUE}.")
  String framesDlq;

  @Option(
      names = "--gallery-dlq-topic",
      paramLabel = "TOPIC",
      defaultValue = "gallery.dlq",
      description = "Topic of gallery records that cannot be used. Default: ${DEFAULT-VALUE}.")
  String galleryDlq;

  @Option(
      names = "--policies-dlq-topic",
      paramLabel = "TOPIC",
      defaultValue = "policies.dlq",
      description = "Topic of policies that cannot be used. Default: ${DEFAULT-VALUE}.")
  String policiesDlq;

  void validate(CommandLine command) {
    Check.notBlank(command, "--bootstrap-servers", broker.bootstrapServers());
    try {
      connection = KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
    } catch (ConnectionSettingsException e) {
      Check.that(command, false, "--kafka-config: " + e.getMessage());
    }
    for (String topic : all().all().stream().map(TopicSpec::name).toList()) {
      Check.that(
          command,
          topic.matches("[a-zA-Z0-9._-]{1,249}"),
          "'" + topic + "' is not a topic name (letters, digits, '.', '_', '-')");
    }
  }

  /** The brokers, and how to get in. */
  public KafkaConnection connection() {
    return connection;
  }

  /** Copies of a topic that the job creates, or −1 for the broker's default. */
  public short replication() {
    return replication.replication();
  }

  public String groupId() {
    return groupId;
  }

  public FramesFrom framesFrom() {
    return framesFrom;
  }

  public String frames() {
    return frames.topic();
  }

  public String gallery() {
    return gallery.topic();
  }

  public String policies() {
    return policies.topic();
  }

  public String verdicts() {
    return verdicts.topic();
  }

  public String alerts() {
    return alerts;
  }

  public String sightings() {
    return sightings;
  }

  public String analyses() {
    return analyses;
  }

  public String framesDlq() {
    return framesDlq;
  }

  public String galleryDlq() {
    return galleryDlq;
  }

  public String policiesDlq() {
    return policiesDlq;
  }

  /** The topics of the job under the names given, with the settings they are created with. */
  public TopicSet all() {
    return new TopicSet(
        Topics.FRAMES.named(frames()),
        Topics.GALLERY.named(gallery()),
        Topics.POLICIES.named(policies()),
        Topics.VERDICTS.named(verdicts()),
        Topics.ALERTS.named(alerts),
        Topics.SIGHTINGS.named(sightings),
        Topics.ANALYSES.named(analyses),
        Topics.FRAMES_DLQ.named(framesDlq),
        Topics.GALLERY_DLQ.named(galleryDlq),
        Topics.POLICIES_DLQ.named(policiesDlq));
  }

  /** The arguments that make a job use these topics. */
  public static List<String> argumentsFor(TopicSet topics) {
    return List.of(
        "--frames-topic", topics.frames().name(),
        "--gallery-topic", topics.gallery().name(),
        "--policies-topic", topics.policies().name(),
        "--verdicts-topic", topics.verdicts().name(),
        "--alerts-topic", topics.alerts().name(),
        "--sightings-topic", topics.sightings().name(),
        "--analyses-topic", topics.analyses().name(),
        "--frames-dlq-topic", topics.framesDlq().name(),
        "--gallery-dlq-topic", topics.galleryDlq().name(),
        "--policies-dlq-topic", topics.policiesDlq().name());
  }
}

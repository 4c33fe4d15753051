package io.facestream.faults.invariant;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.job.options.TopicOptions;
import io.facestream.wire.TopicSet;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics of one run: its own, so that no run sees another's records.
 *
 * @param prefix what the names of what goes in begin with
 * @param answersPrefix what the names of what comes out begin with
 */
public record RunTopics(String prefix, String answersPrefix) {
  /** All of them under one prefix. */
  public RunTopics(String prefix) {
    this(prefix, prefix);
  }

  /** The same frames and gallery, answered elsewhere. */
  public RunTopics withOtherAnswers(String name) {
    return new RunTopics(prefix, prefix + "." + name);
  }

  public TopicSpec frames() {
    return all().frames();
  }

  public TopicSpec gallery() {
    return all().gallery();
  }

  public TopicSpec verdicts() {
    return all().verdicts();
  }

  public TopicSpec alerts() {
    return all().alerts();
  }

  public TopicSpec sightings() {
    return all().sightings();
  }

  public TopicSpec framesDlq() {
    return all().framesDlq();
  }

  public TopicSpec galleryDlq() {
    return all().galleryDlq();
  }

  /** Creates all of them. */
  public void create(String bootstrapServers) {
    TopicAdmin.createMissing(KafkaConnection.to(bootstrapServers), (short) 1, all().all());
  }

  /** The options that make a job use them. */
  public List<String> options() {
    List<String> options = new ArrayList<>(List.of("--group-id", answersPrefix));
    options.addAll(TopicOptions.argumentsFor(all()));
    return options;
  }

  private TopicSet all() {
    TopicSet in = Topics.USUAL.prefixed(prefix + ".");
    TopicSet out = Topics.USUAL.prefixed(answersPrefix + ".");
    return new TopicSet(
        keptForEver(in.frames()),
        in.gallery(),
        in.policies(),
        out.verdicts(),
        out.alerts(),
        out.sightings(),
        out.analyses(),
        out.framesDlq(),
        out.galleryDlq(),
        out.policiesDlq());
  }

  /** However early a frame says that it was taken: kept by time it might go before it is read. */
  private static TopicSpec keptForEver(TopicSpec frames) {
    Map<String, String> settings = new HashMap<>(frames.settings());
    settings.put("retention.ms", "-1");
    return new TopicSpec(frames.name(), frames.partitions(), settings);
  }
}

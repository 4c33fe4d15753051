package io.facestream.faults.invariant;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.job.options.TopicOptions;
import io.facestream.wire.TopicSet;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * The topics of one run: its own, so that no run sees another's records.
 *
 * @param prefix what their names begin with
 */
public record RunTopics(String prefix) {
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
    List<String> options = new ArrayList<>(List.of("--group-id", prefix));
    options.addAll(TopicOptions.argumentsFor(all()));
    return options;
  }

  private TopicSet all() {
    return Topics.USUAL.prefixed(prefix + ".");
  }
}

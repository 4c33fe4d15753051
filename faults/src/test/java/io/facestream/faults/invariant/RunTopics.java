package io.facestream.faults.invariant;

import io.facestream.client.topics.TopicAdmin;
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
    return own(Topics.FRAMES);
  }

  public TopicSpec gallery() {
    return own(Topics.GALLERY);
  }

  public TopicSpec verdicts() {
    return own(Topics.VERDICTS);
  }

  public TopicSpec alerts() {
    return own(Topics.ALERTS);
  }

  public TopicSpec framesDlq() {
    return own(Topics.FRAMES_DLQ);
  }

  public TopicSpec galleryDlq() {
    return own(Topics.GALLERY_DLQ);
  }

  /** Creates all of them. */
  public void create(String bootstrapServers) {
    TopicAdmin.createMissing(
        bootstrapServers,
        (short) 1,
        List.of(frames(), gallery(), verdicts(), alerts(), framesDlq(), galleryDlq()));
  }

  /** The options that make a job use them. */
  public List<String> options() {
    List<String> options = new ArrayList<>(List.of("--group-id", prefix));
    options.addAll(List.of("--frames-topic", frames().name()));
    options.addAll(List.of("--gallery-topic", gallery().name()));
    options.addAll(List.of("--verdicts-topic", verdicts().name()));
    options.addAll(List.of("--alerts-topic", alerts().name()));
    options.addAll(List.of("--frames-dlq-topic", framesDlq().name()));
    options.addAll(List.of("--gallery-dlq-topic", galleryDlq().name()));
    return options;
  }

  private TopicSpec own(TopicSpec usual) {
    return usual.named(prefix + "." + usual.name());
  }
}

package io.facestream.onejvm;

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
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of one run.
 *
 * @param connection the broker
 * @param prefix put before the usual names, so that several runs can share a broker; may be empty
 */
public record RunTopics(KafkaConnection connection, String prefix) {
  private static final short ONE_BROKER = 1;

  /** Of an endless run, so much of the past is kept, lest a camera fill the disk. */
  private static final Map<String, String> BRIEF =
      Map.of("retention.ms", "600000", "segment.ms", "60000", "segment.bytes", "67108864");

  /** A file's frames wait for their turn however long it takes, and whatever their time stamps. */
  private static final Map<String, String> WHOLE = Map.of("retention.ms", "-1");

  /** All of them under their names. */
  public TopicSet all() {
    return Topics.USUAL.prefixed(prefix);
  }

  public String frames() {
    return all().frames().name();
  }

  public String gallery() {
    return all().gallery().name();
  }

  public String verdicts() {
    return all().verdicts().name();
  }

  public String alerts() {
    return all().alerts().name();
  }

  public String sightings() {
    return all().sightings().name();
  }

  public String framesDlq() {
    return all().framesDlq().name();
  }

  public String galleryDlq() {
    return all().galleryDlq().name();
  }

  /** Where the cameras are that somebody adds while it runs. */
  public TopicSpec cameras() {
    return Topics.CAMERAS.named(prefix + Topics.CAMERAS.name());
  }

  /** {@code host:port}. */
  public String bootstrapServers() {
    return connection.bootstrapServers();
  }

  /**
   * Creates those that are missing.
   *
   * @param endless whether old frames are dropped, since new ones keep coming
   */
  public void create(boolean endless) {
    TopicSpec frames = framesSpec(endless);
    TopicAdmin.createMissing(connection, ONE_BROKER, all().withFrames(frames).all());
  }

  /** Number of frames ever put on the topic. */
  public long framesPublished() throws InterruptedException {
    try (var admin = TopicAdmin.open(connection)) {
      var description = admin.describeTopics(List.of(frames())).allTopicNames().get();
      Map<TopicPartition, OffsetSpec> ends =
          description.get(frames()).partitions().stream()
              .collect(
                  Collectors.toMap(
                      info -> new TopicPartition(frames(), info.partition()),
                      info -> OffsetSpec.latest()));
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot count the frames on the topic", e.getCause());
    }
  }

  /** The options that point the job at these topics. */
  public List<String> jobArguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers",
                bootstrapServers(),
                "--frames-from",
                "earliest",
                // At the rates of one machine flushing each record costs less than threads that
                // wake up to.
                "--buffer-timeout",
                "0ms",
                "--group-id",
                prefix + "facestream"));
    arguments.addAll(TopicOptions.argumentsFor(all()));
    return arguments;
  }

  private TopicSpec framesSpec(boolean endless) {
    Map<String, String> settings = new HashMap<>(Topics.FRAMES.settings());
    settings.putAll(endless ? BRIEF : WHOLE);
    return new TopicSpec(frames(), Topics.FRAMES.partitions(), settings);
  }
}

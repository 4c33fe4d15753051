package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicCheck;
import io.facestream.wire.Topics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when the clocks of those who write decide which of two gallery records is later. */
public final class GalleryClock {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryClock.class);

  private GalleryClock() {}

  /**
   * Logs what of the topic is not as Facestream creates it, but for its size.
   *
   * @return the lines it logged
   */
  public static List<String> warnOfClientsClocks(KafkaConnection connection, String topic) {
    List<String> amiss =
        TopicCheck.differences(connection, List.of(Topics.GALLERY.named(topic)))
            .getOrDefault(topic, List.of())
            .stream()
            .filter(line -> line.contains("message.timestamp.type"))
            .toList();
    amiss.forEach(
        line ->
            LOG.warn(
                "Topic {}: {}. Where a template is in two partitions, clients' clocks decide which"
                    + " record is later; set message.timestamp.type=LogAppendTime on the topic.",
                topic,
                line));
    return amiss;
  }
}

package io.facestream.faults.fuzz;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.TopicFollower;
import io.facestream.faults.invariant.Due;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** All that lies in a topic of dead letters. */
final class DeadLetters {
  private static final int SHOWN = 20;

  /** Line breaks, escapes and the like: a reason is one line for people. */
  private static final String UNPRINTABLE = "(?s).*[\\p{Cntrl}\\u2028\\u2029\\u202e].*";

  private record Letter(String reason, int keyHash, int valueHash) {}

  private final Map<String, List<Letter>> byPlace = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private DeadLetters() {}

  static DeadLetters read(String bootstrapServers, TopicSpec topic) throws Exception {
    DeadLetters letters = new DeadLetters();
    try (TopicFollower follower =
        TopicFollower.start(
            KafkaConnection.to(bootstrapServers),
            Duration.ofMillis(20),
            Map.of(topic.name(), letters::take))) {
      follower.drain();
    }
    return letters;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String place =
        header(record, DeadLetterHeaders.SOURCE_PARTITION)
            + "-"
            + header(record, DeadLetterHeaders.SOURCE_OFFSET);
    Letter letter =
        new Letter(
            header(record, DeadLetterHeaders.REASON),
            Arrays.hashCode(record.key()),
            Arrays.hashCode(record.value()));
    byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(letter);
  }

  /**
   * Throws unless there is one of each refused record, as it came and with its reason, and none of
   * any other.
   *
   * @param sent by {@code partition-offset}
   */
  void require(Map<String, Sent> sent) {
    sent.forEach(
        (place, record) -> {
          List<Letter> letters = byPlace.getOrDefault(place, List.of());
          if (record.due() == Due.REFUSED && letters.size() != 1
              || record.due() == Due.TAKEN && !letters.isEmpty()
              || letters.size() > 1) {
            broken.add(place + ", " + record + ", has " + letters);
          }
          letters.forEach(letter -> require(place, record, letter));
        });
    byPlace.keySet().stream()
        .filter(place -> !sent.containsKey(place))
        .forEach(place -> broken.add(place + " was not sent here: " + byPlace.get(place)));
    if (!broken.isEmpty()) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%d dead letters are not as they should be:%n  %s",
              broken.size(),
              broken.stream().limit(SHOWN).collect(Collectors.joining("\n  "))));
    }
    tellReasons();
  }

  private void require(String place, Sent record, Letter letter) {
    boolean asItCame =
        letter.keyHash() == record.keyHash() && letter.valueHash() == record.valueHash();
    boolean reasoned =
        !letter.reason().isBlank()
            && !letter.reason().matches(UNPRINTABLE)
            && letter.reason().contains(Objects.requireNonNullElse(record.reason(), ""));
    if (!asItCame || !reasoned) {
      broken.add(place + ", " + record + ", is not as it came or has another reason: " + letter);
    }
  }

  private void tellReasons() {
    Map<String, Integer> counts = new TreeMap<>();
    byPlace
        .values()
        .forEach(
            letters ->
                letters.forEach(
                    letter ->
                        counts.merge(
                            letter
                                .reason()
                                .replaceAll("'.*'", "'…'")
                                .replaceAll("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?", "N"),
                            1,
                            Integer::sum)));
    counts.forEach((why, count) -> System.out.printf(Locale.ROOT, "   %4d × %s%n", count, why));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}

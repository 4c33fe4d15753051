package io.facestream.console;

import io.facestream.client.topics.TopicSettings;
import io.facestream.console.retention.KeptOnKafka;
import io.facestream.wire.FacestreamException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For how long the job's topics keep their records; asked of the broker once a minute at most. */
final class TopicAges {
  private static final Duration HOLDS = Duration.ofMinutes(1);
  private static final String RETENTION = "retention.ms";

  private static final List<String> EVENTS = List.of("matchedEvents", "unmatchedEvents");
  private static final List<String> PICTURES = List.of("matchedPictures", "unmatchedPictures");

  private final DeskTopics desk;
  private Map<String, Optional<Duration>> last = Map.of();
  private long asked;

  /**
   * @param desk null for nothing
   */
  TopicAges(DeskTopics desk) {
    this.desk = desk;
  }

  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    if (desk != null) {
      names.put("frames", desk.topics().frames().name());
      names.put("verdicts", desk.topics().verdicts().name());
      names.put("analyses", desk.topics().analyses().name());
      names.put("alerts", desk.topics().alerts().name());
      names.put("sightings", desk.topics().sightings().name());
      names.put("reviews", desk.reviews());
    }
    return names;
  }

  /** Of a topic by what it is for; empty for without end, or where the broker does not say. */
  Optional<Duration> of(String kind) {
    return ages().getOrDefault(kind, Optional.empty());
  }

  /** Of all topics that a rule is about. */
  List<KeptOnKafka> all() {
    Map<String, Optional<Duration>> ages = ages();
    return names().entrySet().stream()
        .map(
            topic ->
                new KeptOnKafka(
                    topic.getValue(),
                    rules(topic.getKey()),
                    ages.containsKey(topic.getKey()),
                    ages.getOrDefault(topic.getKey(), Optional.empty())))
        .toList();
  }

  private static List<String> rules(String kind) {
    return switch (kind) {
      case "frames" -> PICTURES;
      case "alerts", "reviews" -> List.of("matchedEvents");
      default -> EVENTS;
    };
  }

  private synchronized Map<String, Optional<Duration>> ages() {
    if (asked == 0 || System.nanoTime() - asked > HOLDS.toNanos()) {
      last = ask();
      asked = System.nanoTime();
    }
    return last;
  }

  private Map<String, Optional<Duration>> ask() {
    Map<String, Optional<Duration>> ages = new LinkedHashMap<>();
    Map<String, String> names = names();
    if (names.isEmpty()) {
      return ages;
    }
    try {
      var settings = TopicSettings.ofThose(desk.connection(), names.values());
      names.forEach(
          (kind, topic) -> {
            if (settings.containsKey(topic)) {
              long millis = Long.parseLong(settings.get(topic).get(RETENTION).value());
              ages.put(
                  kind, millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis)));
            }
          });
    } catch (FacestreamException e) {
      // Not known then.
    }
    return ages;
  }
}

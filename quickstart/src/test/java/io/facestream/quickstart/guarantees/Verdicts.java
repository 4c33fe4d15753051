package io.facestream.quickstart.guarantees;

import io.facestream.quickstart.demo.DemoTopics;
import io.facestream.quickstart.follow.TopicFollower;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The verdicts that a reader of committed records sees. */
final class Verdicts implements AutoCloseable {
  private final List<Verdict> seen = new CopyOnWriteArrayList<>();
  private final TopicFollower follower;

  Verdicts(DemoTopics topics) {
    follower =
        TopicFollower.start(
            topics.bootstrapServers(),
            Duration.ofMillis(20),
            Map.of(
                topics.verdicts(),
                record -> seen.add(Json.fromBytes(record.value(), Verdict.class))));
  }

  int count() {
    return seen.size();
  }

  List<Verdict> all() {
    return List.copyOf(seen);
  }

  List<String> ids() {
    return seen.stream().map(Verdict::verdictId).toList();
  }

  @Override
  public void close() {
    follower.close();
  }
}

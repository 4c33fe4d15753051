package io.facestream.policies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Ids;
import io.facestream.wire.Json;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.RunnerUp;
import io.facestream.wire.Timings;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Against a broker: what is set is there, and what is rehearsed is what the verdicts say. */
@Timeout(120)
class PolicyCommandITCase {
  private static EmbeddedKafka broker;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedKafka.start();
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void shouldSetAndTakeBackAndTell() throws Exception {
    assertThat(run("list", "--policies-topic", "a")).isZero();
    assertThat(lines())
        .containsExactly("No policy is laid down; the job's options hold for everybody");
    assertThat(
            run(
                "set",
                "--policies-topic",
                "a",
                "default.falseAlerts=0.1%",
                "watchlist/vip.threshold=0.5",
                "camera/lobby.2.confirm=2 of 3"))
        .isZero();
    assertThat(lines())
        .containsExactly(
            "default  falseAlerts=0.1%  (version 0)",
            "watchlist/vip  threshold=0.5  (version 1)",
            "camera/lobby.2  confirm=2 of 3  (version 2)");
    assertThat(run("set", "--policies-topic", "a", "default.margin=0.05")).isZero();
    assertThat(lines()).containsExactly("default  falseAlerts=0.1%  margin=0.05  (version 3)");
    assertThat(run("get", "--policies-topic", "a", "default")).isZero();
    assertThat(lines()).containsExactly("{\"falseAlerts\":0.001,\"margin\":0.05}");
    write("a", "watchlist/vip", "{\"treshold\": 1}");
    assertThat(run("list", "--policies-topic", "a")).isZero();
    assertThat(lines())
        .containsExactly(
            "KEY             VERSION  SAYS",
            "default               3  falseAlerts=0.1%  margin=0.05",
            "camera/lobby.2        2  confirm=2 of 3",
            "watchlist/vip         1  threshold=0.5");
    assertThat(err.toString()).contains("Changes nothing, version 4: There is no field 'treshold'");
    assertThat(run("unset", "--policies-topic", "a", "default.margin", "watchlist/vip")).isZero();
    assertThat(lines())
        .containsExactly(
            "default  falseAlerts=0.1%  (version 5)", "watchlist/vip  is taken back  (version 6)");
    assertThat(run("list", "--policies-topic", "a", "--json")).isZero();
    assertThat(lines())
        .containsExactly(
            "{\"key\":\"default\",\"version\":5,\"policy\":{\"falseAlerts\":0.001}}",
            "{\"key\":\"camera/lobby.2\",\"version\":2,\"policy\":{\"confirm\":{\"views\":2,\"of\":3}}}");
    assertThat(run("get", "--policies-topic", "a", "watchlist/vip")).isOne();
  }

  @Test
  void shouldChangeNothingWhenOneOfSeveralCannotBe() {
    assertThat(run("set", "--policies-topic", "b", "default.threshold=0.5", "person/ada.margin=3"))
        .isOne();
    assertThat(err.toString()).contains("person/ada: margin is 3; it must be a number");
    assertThat(run("list", "--policies-topic", "b", "--json")).isZero();
    assertThat(lines()).isEmpty();
  }

  @Test
  void shouldRehearseWithPictures() throws Exception {
    TopicAdmin.createMissing(
        KafkaConnection.to(broker.bootstrapServers()),
        (short) 1,
        List.of(Topics.FRAMES.named("frames"), Topics.VERDICTS.named("verdicts")));
    writeFrameAndVerdicts();
    assertThat(
            run(
                "rehearse",
                "--set",
                "default.threshold=0.6",
                "--since",
                "1h",
                "--pictures",
                folder.toString()))
        .isZero();
    assertThat(lines())
        .containsExactly(
            "Judged anew: 2 faces of 2 frames of the last 1 h",
            "Alerts: 2 would have been 1; 0 gained, 1 lost",
            "",
            "CAMERA  PERSON        GAINED  LOST  LAST FRAME               SIMILARITY  NEEDED",
            "lobby   Ada Lovelace  0       1     0-0 lost-lobby-0-0.jpeg  0.550       0.600 of"
                + " default");
    assertThat(folder.resolve("lost-lobby-0-0.jpeg")).hasSize(4);
    assertThat(run("rehearse", "--set", "default.threshold=0.6", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"alertsBefore\":2,\"alertsAfter\":1", "\"kind\":\"lost\"", "below threshold");
    assertThat(run("rehearse", "--set", "default.confirm=2 of 3")).isOne();
    assertThat(err.toString()).contains("confirm cannot be rehearsed");
    assertThat(run("rehearse", "--set", "default.falseAlerts=1%")).isOne();
    assertThat(err.toString()).contains("With pack 'builtin': Nobody has measured");
    assertThat(run("rehearse", "--verdicts-topic", "none")).isOne();
    assertThat(err.toString()).contains("Topic 'none' has no verdict of the last 24 h");
  }

  private static void writeFrameAndVerdicts() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
      producer.send(new ProducerRecord<>("frames", 0, key("lobby"), picture)).get();
      for (int offset = 0; offset < 2; offset++) {
        byte[] verdict = Json.toBytes(verdict(offset, 0.55 + 0.2 * offset));
        producer.send(new ProducerRecord<>("verdicts", 0, key("lobby"), verdict)).get();
      }
    }
  }

  private static Verdict verdict(long offset, double similarity) {
    AppliedThreshold threshold = AppliedThreshold.fixed("default", 0.5);
    Match match =
        new Match("p-17", "Ada Lovelace", "p-17/1", null, null, similarity, 0.5, 0.3, null);
    Face face =
        new Face(
            new Box(0, 0, 0.1, 0.1),
            List.of(),
            0.9,
            0.9,
            FaceOutcome.MATCH,
            null,
            null,
            match,
            new RunnerUp("p-3", 0.2),
            threshold,
            List.of(new Candidate("p-17", "Ada Lovelace", "p-17/1", null, null, similarity)),
            Map.of(),
            null,
            null);
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId("lobby", 0, offset),
        "lobby",
        new FrameRef(0, offset, offset, Instant.now(), 640, 360, null),
        Outcome.MATCH,
        List.of(face),
        null,
        new Models("builtin", "detector", "builtin-descriptor-1"),
        new GalleryView(10, Map.of()),
        new Timings(1, 1, 1, 1),
        null);
  }

  private static void write(String topic, String key, String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer
          .send(new ProducerRecord<>(topic, key(key), value.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    return new CommandLine(new PolicyCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(failure.getMessage());
              return 1;
            })
        .execute(all.toArray(String[]::new));
  }
}

package io.facestream.policies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.policies.rehearsal.Rehearsal;
import io.facestream.policies.testing.Verdicts;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Json;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
    assertThat(run("get", "--policies-topic", "a", "vip")).isEqualTo(2);
    assertThat(run("unset", "--policies-topic", "a", "vip")).isEqualTo(2);
    assertThat(run("unset", "--policies-topic", "a", "watchlist/vip")).isOne();
  }

  @Test
  void shouldSetAndTakeBackTheCamerasOfAWatchlist() throws Exception {
    assertThat(run("set", "--policies-topic", "s", "watchlist/staff.cameras=gate, office*"))
        .isZero();
    assertThat(lines()).containsExactly("watchlist/staff  cameras=gate,office*  (version 0)");
    assertThat(err.toString()).isEmpty();
    assertThat(run("set", "--policies-topic", "stars", "watchlist/staff.cameras=ga*te,gate"))
        .isZero();
    assertThat(err.toString())
        .startsWith("Note: 'ga*te' of watchlist/staff is the id of one camera, stars included;")
        .hasLineCount(1);
    assertThat(run("set", "--policies-topic", "stars", "watchlist/staff.cameras=g*te*")).isZero();
    assertThat(err.toString())
        .startsWith("Note: 'g*te*' of watchlist/staff takes the stars before the last as part");
    assertThat(run("get", "--policies-topic", "s", "watchlist/staff")).isZero();
    assertThat(lines()).containsExactly("{\"cameras\":[\"gate\",\"office*\"]}");
    assertThat(run("set", "--policies-topic", "s", "camera/lobby.cameras=gate")).isEqualTo(2);
    assertThat(err.toString()).contains("camera/lobby: cameras is of watchlists alone");
    write("s", "watchlist/staff", "{\"cameras\": []}");
    assertThat(run("list", "--policies-topic", "s")).isZero();
    assertThat(lines())
        .containsExactly(
            "KEY              VERSION  SAYS", "watchlist/staff        0  cameras=gate,office*");
    assertThat(err.toString()).contains("Changes nothing, version 1: cameras names no camera");
    assertThat(run("unset", "--policies-topic", "s", "watchlist/staff.cameras")).isZero();
    assertThat(lines()).containsExactly("watchlist/staff  is taken back  (version 2)");
  }

  @Test
  void shouldNoteAnalysersThatDoNotComeWithTheProgram() throws Exception {
    assertThat(run("set", "--policies-topic", "an", "camera/desk.analysers=emotion,emotoin"))
        .isZero();
    assertThat(lines()).containsExactly("camera/desk  analysers=emotion,emotoin  (version 0)");
    assertThat(err.toString())
        .startsWith("Note: 'emotoin' of camera/desk is none of the analysers that come with")
        .hasLineCount(1);
  }

  @Test
  void shouldChangeNothingWhenOneOfSeveralCannotBe() {
    assertThat(run("set", "--policies-topic", "b", "default.threshold=0.5", "person/ada.margin=3"))
        .isEqualTo(2);
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
    assertThat(run("rehearse", "--set", "default.confirm=2 of 3")).isZero();
    assertThat(out.toString())
        .as("of faces that are not followed there is nothing to count")
        .contains("Alerts: 2 would have been 2; 0 gained, 0 lost");
    assertThat(run("rehearse", "--set", "watchlist/vip.cameras=gate")).isZero();
    assertThat(err.toString()).contains("Not known what other cameras of a watchlist would gain");
    assertThat(run("rehearse", "--set", "default.falseAlerts=1%")).isOne();
    assertThat(err.toString()).contains("With pack 'builtin': Nobody has measured");
    assertThat(run("rehearse", "--set", "default.margin=wide")).isEqualTo(2);
    assertThat(err.toString()).contains("default: margin is \"wide\"");
    assertThat(run("rehearse", "--unset", "lobby.threshold")).isEqualTo(2);
    assertThat(err.toString()).contains("The key 'lobby' is none of a policy");
    assertThat(run("rehearse", "--unset", "camera/bar")).isOne();
    assertThat(run("rehearse", "--set", "default.margin=0.1", "--unset", "default.margin"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'default.margin' is set and taken back at once");
    assertThat(run("rehearse", "--verdicts-topic", "none")).isOne();
    assertThat(err.toString()).contains("Topic 'none' has no verdict of the last 24 h");
  }

  @Test
  void shouldNameNobodyAnyMoreAfterAMistake() throws Exception {
    Verdict mistake =
        Verdicts.of(
            1,
            Verdicts.naming(
                "p-17", "Ada", List.of("vip"), 0.55, AppliedThreshold.fixed("default", 0.5)));
    Verdict another =
        Verdicts.of(
            2, Verdicts.naming("p-3", "Ben", null, 0.52, AppliedThreshold.fixed("default", 0.5)));
    TopicAdmin.createMissing(
        KafkaConnection.to(broker.bootstrapServers()),
        (short) 1,
        List.of(Topics.VERDICTS.named("v")));
    for (Verdict verdict : List.of(mistake, another, Verdicts.of(3))) {
      write("v", "lobby", new String(Json.toBytes(verdict), StandardCharsets.UTF_8));
    }
    assertThat(run("set", "--policies-topic", "w", "person/p-17.margin=0.1")).isZero();

    assertThat(wrong("lobby@0-1", "--by", "grace", "--dry-run")).isZero();
    assertThat(lines())
        .containsExactly(
            "lobby@0-1  Ada (p-17) at 0.550  wrong  by grace",
            "person/p-17  threshold=0.555, was 0.500",
            "Take it back: facestream policy unset person/p-17.threshold",
            "To keep the face as well, so that it is told from this person: facestream"
                + " not-this-person lobby@0-1 --keep-face",
            "Nothing was written (--dry-run)");
    assertThat(alertsUnder("w", mistake, another)).isEqualTo(2);

    assertThat(wrong("lobby@0-1", "--by", "grace", "--note", "no scar")).isZero();
    assertThat(alertsUnder("w", mistake)).isZero();
    assertThat(alertsUnder("w", another)).isOne();
    assertThat(run("get", "--policies-topic", "w", "person/p-17")).isZero();
    assertThat(lines()).containsExactly("{\"threshold\":0.555,\"margin\":0.1}");

    assertThat(wrong("lobby@0-1/p-17", "--by", "hal")).isZero();
    assertThat(lines())
        .containsExactly(
            "lobby@0-1/p-17  Ada (p-17) at 0.550  wrong  by hal",
            "person/p-17  has to reach 0.555 already, and stays as it is",
            "To keep the face as well, so that it is told from this person: facestream"
                + " not-this-person lobby@0-1/p-17 --keep-face");
    assertThat(review("lobby@0-2", "confirmed", "--by", "hal")).isZero();
    assertThat(review("lobby@0-1", "unclear", "--by", "hal")).isZero();
    assertThat(run(new ReviewsCommand(), "--reviews-topic", "r")).isZero();
    assertThat(lines().stream().map(line -> line.substring(line.indexOf("lobby"))))
        .containsExactly(
            "lobby@0-1  p-17  wrong  by grace  no scar",
            "lobby@0-1/p-17  p-17  wrong  by hal",
            "lobby@0-2  p-3  confirmed  by hal",
            "lobby@0-1  p-17  unclear  by hal");

    assertThat(wrong("lobby@0-3")).isOne();
    assertThat(err.toString()).contains("The verdict on frame lobby@0-3 does not name anybody");
    assertThat(wrong("lobby@0-3/p-17")).isOne();
    assertThat(err.toString())
        .contains(
            "The verdict on frame lobby@0-3 does not name 'p-17' (none does in a visit that is told"
                + " in retrospect, of somebody enrolled later), so there is nothing to review");
    assertThat(wrong("lobby@0-4")).isOne();
    assertThat(err.toString()).contains("There is no verdict lobby@0-4 on topic 'v'", "retention");
    assertThat(wrong("lobby")).isEqualTo(2);
    assertThat(err.toString()).contains("'lobby' is no id of an alert or a visit");
    assertThat(wrong("lobby@0-1", "--by", "a#b")).isEqualTo(2);
    assertThat(err.toString()).contains("--by: the reviewer 'a#b' holds a '#'");
  }

  private int wrong(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--verdicts-topic", "v", "--reviews-topic", "r", "--policies-topic", "w"));
    return run(new WrongCommand(), all.toArray(String[]::new));
  }

  private int review(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--verdicts-topic", "v", "--reviews-topic", "r"));
    return run(new ReviewCommand(), all.toArray(String[]::new));
  }

  /** Alerts that verdicts would raise, by the rule of the job. */
  private static long alertsUnder(String topic, Verdict... verdicts) {
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>();
    new PolicyTopic(KafkaConnection.to(broker.bootstrapServers()), topic)
        .read()
        .byKey()
        .forEach(
            (key, policy) -> stated.put(key, new StatedPolicy(policy.policy(), policy.version())));
    Map<PolicyKey, Policy> options = Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.5));
    Rehearsal rehearsal =
        new Rehearsal(
            new DecisionRule(new Policies(options, stated), null), "builtin-descriptor-1");
    List.of(verdicts).forEach(rehearsal::add);
    return rehearsal.report().alertsAfter();
  }

  private static void writeFrameAndVerdicts() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
      producer.send(new ProducerRecord<>("frames", 0, key("lobby"), picture)).get();
      for (int offset = 0; offset < 2; offset++) {
        byte[] verdict = Json.toBytes(Verdicts.namingAda(offset, 0.55 + 0.2 * offset));
        producer.send(new ProducerRecord<>("verdicts", 0, key("lobby"), verdict)).get();
      }
    }
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
    return run(new PolicyCommand(), arguments);
  }

  private int run(Object subject, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    return new CommandLine(subject)
        .setCaseInsensitiveEnumValuesAllowed(true)
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

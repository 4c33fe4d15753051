package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Json;
import io.facestream.wire.Outcome;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GalleryBroker.class)
class CheckCommandITCase {
  private static final String MODEL = "mobilefacenet-128";

  private final Random random = new Random(11);
  private final float[] ada = face();
  private final float[] bob = face();
  private GalleryTopic topic;

  @BeforeEach
  void enrolAFew(GalleryTopic own) {
    topic = own;
    topic.createIfMissing();
    for (int photo = 1; photo <= 3; photo++) {
      put("ada/" + photo + ".jpg", "Ada", MODEL, viewOf(ada));
      put("bob/" + photo + ".jpg", "Bob\u202e", MODEL, viewOf(bob));
    }
  }

  @Test
  void shouldSayThatNothingLooksWrong() {
    GalleryRun run = check();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("6 templates of 2 people (mobilefacenet-128 of pack standard)")
        .contains("Nothing looks wrong.", "To whom others come nearest:")
        .contains("Threshold 0.40, which the job takes so that 0.3 % of strangers' visits")
        .doesNotContain("Nothing has been changed");
    assertThat(run.err()).hasLineCount(1).contains("there is no topic 'no-verdicts'");
    assertThat(check("--threshold", "-1").out()).contains("6 of 6 photos reach the threshold");
  }

  @Test
  void shouldNameAMisplacedPhotoAndTheCommandThatErasesIt() {
    put("ada/it's Bob.jpg", "Ada", MODEL, viewOf(bob));
    GalleryRun run = check();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "Nearer to another person than to their own (1):", "ada/it's Bob.jpg", "Bob\\u202e")
        .contains("facestream gallery erase 'ada/it'\\''s Bob.jpg' --bootstrap-servers ")
        .contains(" --gallery-topic " + topic.name())
        .contains("to undo it: ")
        .doesNotContain("\u202e");
    assertThat(GalleryBroker.enrolledIn(topic)).as("nothing is changed").hasSize(7);
    GalleryRun.on(topic, "erase", "ada/it's Bob.jpg");
    assertThat(check().exitCode()).isZero();
  }

  @Test
  void shouldNameTemplatesThatTheJobRefuses() {
    put("old/1.jpg", "Old", "sface-128", face());
    put("old/2.jpg", "Old", "sface-128", face());
    put("short/1.jpg", "Short", MODEL, new float[] {1});
    try (var producer = TestProducer.of(topic)) {
      producer.send("eve/1.jpg", new byte[] {(byte) 0xFF});
    }
    GalleryRun run = check();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("6 templates of 2 people")
        .containsPattern("old/1.jpg and 1 more +of model sface-128")
        .containsPattern("short/1.jpg +its embedding has another length")
        .containsPattern("eve/1.jpg +The value is not a GalleryEntry")
        .contains("facestream gallery load DIR --pack standard")
        .contains("facestream gallery erase short/1.jpg");
  }

  @Test
  void shouldTellWhoPassesAndHowManyFalseAlertsToExpect() throws Exception {
    String verdicts = "verdicts-of-" + topic.name();
    TopicAdmin.createMissing(
        topic.connection(), (short) 1, List.of(Topics.VERDICTS.named(verdicts)));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", topic.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      long hourAgo = System.currentTimeMillis() - 3_600_000;
      producer.send(new ProducerRecord<>(verdicts, 0, hourAgo - 9_000_000, "c", verdict("x", 1)));
      producer.send(new ProducerRecord<>(verdicts, 0, hourAgo, "c", verdict("ada", 0.3)));
      producer.send(new ProducerRecord<>(verdicts, 0, hourAgo + 1, "c", verdict("ada", 0.41)));
      producer.send(new ProducerRecord<>(verdicts, 0, hourAgo + 2, "c", verdict("bob", 0.2)));
      producer.send(new ProducerRecord<>(verdicts, 0, hourAgo + 3, "c", new byte[] {'?'})).get();
    }
    GalleryRun run = check("--verdicts", verdicts, "--since", "2h", "--threshold", "-1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Live: 3 verdicts of 1 cameras in 1 h, 3 faces, 3 compared, 3 of them unknown")
        .containsPattern("0.41 +ada/1.jpg +Name of ada +2 +c@0-41")
        .contains("Expected false alerts: 72.0 a day (at most 72.0): of 72 unknown faces a day");
    JsonNode json = new ObjectMapper().readTree(check("--verdicts", verdicts, "--json").out());
    assertThat(json.at("/traffic/verdicts").asInt()).isEqualTo(4);
    assertThat(json.at("/traffic/nearest/0/personId").asText()).isEqualTo("x");
    assertThat(json.at("/threshold").asDouble()).isEqualTo(0.44);
    assertThat(json.at("/thresholdOrigin").asText()).isEqualTo("as the latest verdict says");
    assertThat(json.at("/falseAlerts/basis").asText()).isEqualTo("curve");
    assertThat(json.at("/falseAlerts/share").asDouble()).isCloseTo(6 * 2.2e-5, within(1e-5));
    json =
        new ObjectMapper()
            .readTree(check("--verdicts", verdicts, "--threshold", "0.7", "--json").out());
    assertThat(json.at("/falseAlerts/basis").asText()).isEqualTo("gallery");
    assertThat(json.at("/falseAlerts/share").asDouble()).isZero();
    assertThat(json.at("/falseAlerts/shareAtMost").asDouble()).isCloseTo(0.39, within(0.02));
    assertThat(check("--verdicts", verdicts, "--since", "1min").err())
        .contains("has no verdict of the last 1 min");
  }

  @Test
  void shouldPrintOneJsonObject() throws Exception {
    put("ada/4.jpg", "Ada", MODEL, viewOf(bob));
    GalleryRun run = check("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/clean").asBoolean()).isFalse();
    assertThat(json.at("/check/templates").asInt()).isEqualTo(7);
    assertThat(json.at("/check/misplaced/0/photo/templateId").asText()).isEqualTo("ada/4.jpg");
    assertThat(json.at("/check/misplaced/0/nearest/personId").asText()).isEqualTo("bob");
    assertThat(json.at("/check/impostors")).hasSize(2);
    assertThat(json.at("/suggestions/0/command").asText())
        .startsWith("facestream gallery erase ada/4.jpg");
    assertThat(json.at("/traffic").isNull()).isTrue();
  }

  @Test
  void shouldSayInOneLineWhyNothingIsChecked() {
    assertFails(GalleryRun.on(new GalleryTopic(topic.connection(), "nowhere"), "check"))
        .contains("There is no topic 'nowhere'", "gallery load");
    assertFails(check("--pack", "accurate"))
        .contains("is of mbf-512", "mobilefacenet-128 (pack standard)", "--pack");
    assertFails(check("--pack", "nosuch")).contains("no model pack 'nosuch'", "standard");
    assertFails(check("--threshold", "7")).contains("--threshold must be a cosine");
    assertFails(check("--top", "0")).contains("--top must be at least 1");
    KafkaConnection nobody = KafkaConnection.to("no.such.host.invalid:1");
    assertFails(GalleryRun.on(new GalleryTopic(nobody, "g"), "check"))
        .contains("No Kafka broker answers", "--bootstrap-servers");
    GalleryBroker.enrolledIn(topic).keySet().forEach(id -> GalleryRun.on(topic, "erase", id));
    assertFails(check()).contains("Nobody is enrolled in topic", "gallery load");
    assertThat(check("--since", "yesterday").err()).contains("is not a duration", "24h");
  }

  private static AbstractStringAssert<?> assertFails(GalleryRun run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    return assertThat(run.err()).hasLineCount(1).startsWith("gallery check: ");
  }

  private GalleryRun check(Object... more) {
    Object[] arguments = new Object[3 + more.length];
    arguments[0] = "check";
    System.arraycopy(more, 0, arguments, 1, more.length);
    boolean given = List.of(more).contains("--verdicts");
    arguments[1 + more.length] = given ? "--top" : "--verdicts";
    arguments[2 + more.length] = given ? "10" : "no-verdicts";
    return GalleryRun.on(topic, arguments);
  }

  private static byte[] verdict(String nearest, double similarity) {
    Candidate candidate =
        new Candidate(
            nearest, "Name of " + nearest, nearest + "/1.jpg", null, List.of(), similarity);
    Face face =
        new Face(
            new Box(0, 0, 0.1, 0.1),
            List.of(),
            0.9,
            0.7,
            FaceOutcome.UNKNOWN,
            null,
            null,
            null,
            null,
            new AppliedThreshold(0.44, "default", 0.003, 6L, false, null),
            List.of(candidate),
            Map.of(),
            ReasonCode.BELOW_THRESHOLD,
            "below threshold");
    return Json.toBytes(
        new Verdict(
            Verdict.SCHEMA,
            "c@0-" + Math.round(100 * similarity),
            "c",
            null,
            Outcome.UNKNOWN,
            List.of(face),
            null,
            null,
            null,
            null,
            null));
  }

  private void put(String id, String name, String model, float[] embedding) {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(id.substring(0, id.indexOf('/')))
            .setName(name)
            .setModelId(model);
    for (float component : embedding) {
      entry.addEmbedding(component);
    }
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put(id, entry.build());
    }
  }

  private float[] face() {
    float[] face = new float[128];
    for (int i = 0; i < face.length; i++) {
      face[i] = (float) random.nextGaussian();
    }
    return unit(face);
  }

  private float[] viewOf(float[] face) {
    float[] view = face();
    for (int i = 0; i < view.length; i++) {
      view[i] = 0.5f * view[i] + 0.9f * face[i];
    }
    return unit(view);
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}

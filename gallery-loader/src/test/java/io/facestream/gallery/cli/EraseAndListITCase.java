package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.wire.Ids;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GalleryBroker.class)
class EraseAndListITCase {
  private GalleryTopic topic;

  @BeforeEach
  void enrolAFew(GalleryTopic own) {
    topic = own;
    topic.createIfMissing();
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      enrol(writer, "ada-lovelace", "Ada Lovelace", "1.jpg", "2.jpg", "AAL/1.jpg");
      enrol(writer, "ada", "Ada", "1.jpg");
      enrol(writer, "bob", "Bob", "1.jpg");
    }
  }

  @Test
  void shouldListPeopleWithTheirPhotos() {
    GalleryRun run = GalleryRun.on(topic, "list");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "PERSON        NAME          PHOTOS  WATCHLISTS            MODEL",
            "ada           Ada                1  vip                   model-a",
            "ada-lovelace  Ada Lovelace       3  vip                   model-a",
            "bob           Bob                1  vip                   model-a",
            "3 people, 5 photos");
    assertThat(GalleryRun.on(topic, "list", "--json").out())
        .hasLineCount(3)
        .contains("\"personId\":\"ada-lovelace\"")
        .contains("\"photos\":[\"1.jpg\",\"2.jpg\",\"AAL/1.jpg\"]");
  }

  @Test
  void shouldShowTheValidityOfPeopleWhoseIsBounded() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      GalleryEntry.Builder ada = entry("ada", "Ada");
      new Validity(null, Instant.parse("2026-06-01T00:00:00Z")).into(ada);
      writer.put("ada/1.jpg", ada.build());
    }
    assertThat(GalleryRun.on(topic, "list").out().lines().limit(3))
        .containsExactly(
            "PERSON        NAME          PHOTOS  WATCHLISTS            VALID                       MODEL",
            "ada           Ada                1  vip                   until 2026-06-01T00:00:00Z  model-a",
            "ada-lovelace  Ada Lovelace       3  vip                                               model-a");
    assertThat(GalleryRun.on(topic, "list", "--json").out())
        .contains("\"validUntil\":\"2026-06-01T00:00:00Z\"");
  }

  @Test
  void shouldTellNegativeExamplesFromPeople() {
    String notAda = Ids.negativeExampleId("ada", "lobby@0-7", 0);
    String notBob = Ids.negativeExampleId("bob", "lobby@0-8", 1);
    enrolExamples(notAda, "ada", notBob, "bob");
    GalleryRun run = GalleryRun.on(topic, "list");
    assertThat(run.out().lines().skip(4))
        .containsExactly(
            "3 people, 5 photos",
            "not/ada/lobby@0-7#0  not ada  until 2026-12-27T10:00:00Z",
            "not/bob/lobby@0-8#1  not bob  until 2026-12-27T10:00:00Z",
            "2 negative examples: they are nobody, and not found by a search");
    assertThat(GalleryRun.on(topic, "list", "--json").out())
        .hasLineCount(5)
        .contains(
            "{\"negativeExample\":\"not/bob/lobby@0-8#1\",\"notPersonId\":\"bob\","
                + "\"model\":\"model-a\",\"validUntil\":\"2026-12-27T10:00:00Z\"}");
    assertThat(GalleryRun.on(topic, "erase", notBob).out())
        .contains("Erased 1 template: " + notBob);
    assertThat(GalleryRun.on(topic, "erase", "ada").out())
        .as("with the person goes who is not that person")
        .contains("Erased 2 templates: ada/1.jpg, " + notAda);
    assertThat(TestProducer.keysIn(topic)).hasSize(4);
    enrolExamples(notAda, "ada", notBob, "bob");
    assertThat(GalleryRun.on(topic, "erase", "not/bob").exitCode()).isZero();
    assertThat(TestProducer.keysIn(topic)).hasSize(5).contains(notAda, "bob/1.jpg");
  }

  private void enrolExamples(String... idsAndPersons) {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      for (int i = 0; i < idsAndPersons.length; i += 2) {
        Instant end = Instant.parse("2026-12-27T10:00:00Z");
        writer.put(
            idsAndPersons[i],
            GalleryEntry.newBuilder()
                .setNotPersonId(idsAndPersons[i + 1])
                .setModelId("model-a")
                .addEmbedding(1)
                .setValidUntil(end.toEpochMilli())
                .build());
      }
    }
  }

  @Test
  void shouldEraseAllTemplatesOfAPersonAndOfNobodyElse() {
    GalleryRun run = GalleryRun.on(topic, "erase", "Ada Lovelace");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "Erased 3 templates: ada-lovelace/1.jpg, ada-lovelace/2.jpg, ada-lovelace/AAL/1.jpg");
    assertThat(GalleryBroker.enrolledIn(topic)).containsOnlyKeys("ada/1.jpg", "bob/1.jpg");
  }

  @Test
  void shouldEraseOnePhotoOrTheFolderOfAnAlias() {
    assertThat(GalleryRun.on(topic, "erase", "ada-lovelace/1.jpg", "ada-lovelace/AAL").out())
        .contains("Erased 1 template: ada-lovelace/1.jpg")
        .contains("Erased 1 template: ada-lovelace/AAL/1.jpg");
    assertThat(GalleryBroker.enrolledIn(topic))
        .containsOnlyKeys("ada-lovelace/2.jpg", "ada/1.jpg", "bob/1.jpg");
  }

  @Test
  void shouldSuggestNamesForAnUnknownOne() {
    GalleryRun run = GalleryRun.on(topic, "erase", "ada-lovelase");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("Nobody is enrolled as 'ada-lovelase'; did you mean ada-lovelace?");
    assertThat(GalleryRun.on(topic, "erase", "aal").err()).contains("mean ada-lovelace/AAL?");
    assertThat(GalleryRun.on(topic, "erase", "zacharias").err()).contains("gallery list");
    assertThat(GalleryRun.on(topic, "erase", "not/ada/lobby@0-7#0").err())
        .contains(
            "There is neither a negative example nor a photo 'not/ada/lobby@0-7#0'; 'facestream")
        .doesNotContain("Nobody");
    assertThat(GalleryBroker.enrolledIn(topic)).hasSize(5);
  }

  @Test
  void shouldEraseRecordsThatAreNoEntries() {
    try (var producer = TestProducer.of(topic)) {
      producer.send("eve/1.jpg", new byte[] {(byte) 0xFF});
      producer.send("no slash", new byte[] {(byte) 0xFF});
    }
    assertThat(GalleryRun.on(topic, "list").out()).contains("3 people, 5 photos");
    assertThat(TestProducer.keysIn(topic)).hasSize(7);
    assertThat(GalleryRun.on(topic, "erase", "eve", "no slash").exitCode()).isZero();
    assertThat(TestProducer.keysIn(topic)).hasSize(5).doesNotContain("eve/1.jpg", "no slash");
  }

  @Test
  void shouldNotListWhatTheJobRefusesAndLeaveTheFormerTemplateAsTheJobDoes() {
    try (var producer = TestProducer.of(topic)) {
      producer.send("eve/1.jpg", entry("eve", "\u0007".repeat(200_000)).build().toByteArray());
      producer.send("ada/1.jpg", entry("ada", "Ada").setThreshold(7).build().toByteArray());
    }
    assertThat(GalleryRun.on(topic, "list").out())
        .hasSizeLessThan(1_000)
        .contains("3 people, 5 photos")
        .doesNotContain("eve");
    assertThat(unusableIn(topic))
        .hasEntrySatisfying("eve/1.jpg", reason -> assertThat(reason).contains("200000 bytes"))
        .hasEntrySatisfying("ada/1.jpg", reason -> assertThat(reason).contains("threshold is 7"));
    assertThat(GalleryRun.on(topic, "erase", "eve").out()).contains("Erased 1 template: eve/1.jpg");
    assertThat(unusableIn(topic)).containsOnlyKeys("ada/1.jpg");
  }

  @Test
  void shouldKeepTheTableNarrowBesideALongName() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      enrol(writer, "eve", "E" + "v".repeat(500), "1.jpg");
    }
    assertThat(GalleryRun.on(topic, "list").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(120))
        .anySatisfy(line -> assertThat(line).contains("Evvvvvv", "…  "));
  }

  @Test
  void shouldSayInOneLineThatThereIsNoGalleryOrNoBroker() {
    GalleryRun noGallery = GalleryRun.on(new GalleryTopic(topic.connection(), "nowhere"), "list");
    assertThat(noGallery.exitCode()).isEqualTo(2);
    assertThat(noGallery.err()).hasLineCount(1).contains("There is no topic 'nowhere'");
    GalleryRun noHost =
        GalleryRun.on(new GalleryTopic(KafkaConnection.to("no.such.host.invalid:1"), "g"), "list");
    assertThat(noHost.exitCode()).isEqualTo(2);
    assertThat(noHost.err())
        .hasLineCount(1)
        .contains("No Kafka broker answers", "--bootstrap-servers", "--kafka-config");
  }

  @Test
  void shouldSayWhatCanBeDone() {
    assertThat(GalleryRun.of().err()).contains("Say what to do: load, import, list, check, erase");
    assertThat(GalleryRun.of("load", "--help").out()).contains("--pick", "Exit codes:");
  }

  private static Map<String, String> unusableIn(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      return reader.read((id, entry) -> id).unusable();
    }
  }

  private static void enrol(GalleryWriter writer, String id, String name, String... photos) {
    for (String photo : photos) {
      writer.put(id + "/" + photo, entry(id, name).build());
    }
  }

  private static GalleryEntry.Builder entry(String person, String name) {
    return GalleryEntry.newBuilder()
        .setPersonId(person)
        .setName(name)
        .addWatchlists("vip")
        .setModelId("model-a")
        .addEmbedding(1);
  }
}

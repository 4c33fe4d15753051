package io.facestream.job.gallery;

import static io.facestream.job.testing.Fixtures.DIMENSION;
import static io.facestream.job.testing.Fixtures.MODEL;
import static io.facestream.job.testing.Fixtures.enrol;
import static io.facestream.job.testing.Fixtures.entryOf;
import static io.facestream.job.testing.Fixtures.record;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.SkippedRecords;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckGalleryTest {
  private static final SkippedRecords SKIPS =
      new SkippedRecords(List.of("gallery:1:99", "gallery:eve/1"));

  private OneInputStreamOperatorTestHarness<GalleryRecord, GalleryChange> harness;

  @BeforeEach
  void openCheck() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(
                new CheckGallery("gallery", MODEL, DIMENSION, new GalleryBuckets(16), SKIPS)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldPassAGoodEntry() throws Exception {
    GalleryChange change = changeFor(enrol(3, "ada/1", towards(0, 0)));
    assertThat(change.kind()).isEqualTo(GalleryChange.Kind.UPSERT);
    assertThat(change.template())
        .isEqualTo(Template.of("ada", "Name of ada", List.of("guests"), null));
    assertThat(change.embedding()).containsExactly(towards(0, 0));
  }

  @Test
  void shouldKeepAllWatchlistsThatHaveANameEachOnce() throws Exception {
    byte[] entry =
        entryOf("ada/1", towards(0, 0))
            .clearWatchlists()
            .addAllWatchlists(List.of(" ", "guests", "vip", "guests", "", "staff"))
            .build()
            .toByteArray();
    Template template = changeFor(record(3, "ada/1", entry)).template();
    assertThat(template.watchlist()).isEqualTo("guests");
    assertThat(template.watchlists()).containsExactly("guests", "vip", "staff");
  }

  @Test
  void shouldKeepTheValidity() throws Exception {
    GalleryEntry.Builder entry = entryOf("ada/1", towards(0, 0));
    new Validity(Instant.ofEpochMilli(5), Instant.ofEpochMilli(7)).into(entry);
    Template template = changeFor(record(3, "ada/1", entry.build().toByteArray())).template();
    assertThat(List.of(4L, 5L, 6L, 7L).stream().map(template::isValidAt))
        .containsExactly(false, true, true, false);
  }

  @Test
  void shouldRefuseAValidityThatEndsBeforeItBegins() throws Exception {
    GalleryEntry.Builder entry = entryOf("ada/1", towards(0, 0));
    new Validity(Instant.ofEpochMilli(7), Instant.ofEpochMilli(5)).into(entry);
    assertThat(refusalOf(record(3, "ada/1", entry.build().toByteArray())).reason())
        .contains("never count");
  }

  @Test
  void shouldPassANegativeExampleAsNobodysTemplate() throws Exception {
    String id = Ids.negativeExampleId("ada", "lobby@0-7", 0);
    byte[] entry =
        GalleryEntry.newBuilder()
            .setNotPersonId("ada")
            .setModelId(MODEL)
            .addAllEmbedding(List.of(1f, 0f, 0f, 0f))
            .setValidUntil(7_000)
            .build()
            .toByteArray();
    GalleryChange change = changeFor(record(3, id, entry));
    assertThat(change.kind()).isEqualTo(GalleryChange.Kind.EXAMPLE);
    assertThat(change.templateId()).isEqualTo(id);
    assertThat(change.template()).isNull();
    assertThat(change.embedding()).isNull();
    assertThat(change.example().notPersonId()).isEqualTo("ada");
    assertThat(change.example().embedding()).containsExactly(1, 0, 0, 0);
    assertThat(change.example().validUntil()).isEqualTo(7_000);
    assertThat(refusalOf(record(4, "ada/1", entry)).reason()).contains("is not that of a negative");
  }

  @Test
  void shouldEraseOnANullValue() throws Exception {
    assertThat(changeFor(record(3, "ada/1", null)).kind()).isEqualTo(GalleryChange.Kind.ERASE);
  }

  @Test
  void shouldRefuseATemplateThatTheOperatorSkips() throws Exception {
    assertThat(refusalOf(enrol(3, "eve/1", towards(0, 0))).reason()).contains("operator's order");
  }

  @Test
  void shouldRefuseARecordThatTheOperatorSkips() throws Exception {
    assertThat(refusalOf(new GalleryRecord(1, 99, 0, null, null, GalleryRecord.NO_REPAIR)).reason())
        .contains("gallery:1:99");
  }

  @Test
  void shouldEraseATemplateThatTheOperatorSkips() throws Exception {
    assertThat(changeFor(record(4, "eve/1", null)).kind()).isEqualTo(GalleryChange.Kind.ERASE);
  }

  @Test
  void shouldTellARepairFromAnErasure() throws Exception {
    byte[] key = "ada/1".getBytes(StandardCharsets.UTF_8);
    GalleryChange change = changeFor(new GalleryRecord(2, 9, 77, key, null, 4));
    assertThat(change.kind()).isEqualTo(GalleryChange.Kind.REPAIR);
    assertThat(change.supersededUpTo()).isEqualTo(4);
    assertThat(change.timestamp()).isEqualTo(77);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 9, -1.5f})
  void shouldRefuseAThresholdThatIsNoSimilarity(float threshold) throws Exception {
    byte[] entry = entryOf("ada/1", towards(0, 0)).setThreshold(threshold).build().toByteArray();
    assertThat(refusalOf(record(3, "ada/1", entry)).reason())
        .contains("threshold is " + threshold)
        .contains("-1 to 1");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, 5, -0.1f})
  void shouldRefuseAQualityOutOfRange(float quality) throws Exception {
    byte[] entry = entryOf("ada/1", towards(0, 0)).setQuality(quality).build().toByteArray();
    assertThat(refusalOf(record(3, "ada/1", entry)).reason()).contains("0 to 1");
  }

  @Test
  void shouldRefuseAnotherModel() throws Exception {
    byte[] entry = entryOf("ada/1", towards(0, 0)).setModelId("other").build().toByteArray();
    assertThat(refusalOf(record(3, "ada/1", entry)).reason())
        .contains("model 'other'")
        .contains("enrol the photo again");
  }

  @Test
  void shouldRefuseAnotherDimension() throws Exception {
    assertThat(refusalOf(enrol(3, "ada/1", new float[] {1, 0})).reason())
        .isEqualTo("The embedding has 2 numbers, model 'test-model' has 4.");
  }

  @Test
  void shouldRefuseNotANumberInfinityAndZero() throws Exception {
    assertThat(refusalOf(enrol(3, "ada/1", new float[] {1, Float.NaN, 0, 0})).reason())
        .contains("not a unit vector");
    assertThat(
            refusalOf(enrol(3, "ada/1", new float[] {1, Float.POSITIVE_INFINITY, 0, 0})).reason())
        .contains("not a unit vector");
    assertThat(refusalOf(enrol(3, "ada/1", new float[4])).reason()).contains("not a unit vector");
  }

  @Test
  void shouldRefuseWhatIsNoEntryAndKeepItAsItCame() throws Exception {
    byte[] garbage = "not protobuf".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter = refusalOf(record(3, "ada/1", garbage));
    assertThat(letter.reason()).startsWith("The value is not a GalleryEntry");
    assertThat(letter.exception()).contains("InvalidProtocolBufferException");
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.offset()).isEqualTo(3);
  }

  @Test
  void shouldRefuseBadKeysAndMissingPersons() throws Exception {
    assertThat(refusalOf(record(3, null, null)).reason()).contains("no key");
    assertThat(refusalOf(record(3, "ada", null)).reason()).contains("not of the form person/photo");
    byte[] nobody =
        entryOf("ada/1", towards(0, 0)).setPersonIdBytes(ByteString.EMPTY).build().toByteArray();
    assertThat(refusalOf(record(3, "ada/1", nobody)).reason()).contains("no person_id");
  }

  @Test
  void shouldRefuseTheNameThatOnceStoppedEveryVerdict() throws Exception {
    String name = "\u0007".repeat(1_500_000);
    byte[] entry = entryOf("ada/1", towards(0, 0)).setName(name).build().toByteArray();
    DeadLetter letter = refusalOf(record(3, "ada/1", entry));
    assertThat(letter.reason()).contains("the record's value has", "at most 262144 are taken");
    assertThat(letter.value()).isEqualTo(entry);
  }

  @Test
  void shouldRefuseWhatAnEntrySaysBeyondItsBounds() throws Exception {
    byte[] entry =
        entryOf("ada/1", towards(0, 0)).addWatchlists("w".repeat(129)).build().toByteArray();
    assertThat(refusalOf(record(3, "ada/1", entry)).reason())
        .startsWith("The entry is out of bounds: the watchlist 'www")
        .endsWith("has 129 bytes in UTF-8, at most 128 are taken; shorten it");
  }

  @Test
  void shouldTakeANameWithControlCharactersAsItIs() throws Exception {
    byte[] entry = entryOf("ada/1", towards(0, 0)).setName("Ada\u001b[2J").build().toByteArray();
    assertThat(changeFor(record(3, "ada/1", entry)).template().name()).isEqualTo("Ada\u001b[2J");
  }

  @Test
  void shouldRefuseKeysOutOfBoundsInAShortPrintableLine() throws Exception {
    for (String key :
        List.of("a\n/1", "ada/\u001b[2J", "a".repeat(1_000_000) + "/1", "\n".repeat(99))) {
      String reason = refusalOf(record(3, key, null)).reason();
      assertThat(reason).hasSizeLessThan(300).isEqualTo(Printable.of(reason));
    }
  }

  @Test
  void shouldRefuseAKeyThatIsNotUtf8InsteadOfChangingIt() throws Exception {
    byte[] key = {'a', '/', (byte) 0xFF};
    DeadLetter letter = refusalOf(new GalleryRecord(0, 3, 0, key, null, GalleryRecord.NO_REPAIR));
    assertThat(letter.reason()).contains("not UTF-8");
    assertThat(letter.key()).isEqualTo(key);
  }

  private GalleryChange changeFor(GalleryRecord record) throws Exception {
    harness.processElement(record, 0);
    assertThat(harness.getSideOutput(DeadLetters.OF_GALLERY)).isNullOrEmpty();
    return harness.extractOutputValues().get(0);
  }

  private DeadLetter refusalOf(GalleryRecord record) throws Exception {
    harness.processElement(record, 0);
    assertThat(harness.extractOutputValues())
        .last()
        .extracting(GalleryChange::kind)
        .as("the gate must still see its offset")
        .isEqualTo(GalleryChange.Kind.REFUSED);
    return harness.getSideOutput(DeadLetters.OF_GALLERY).poll().getValue();
  }
}

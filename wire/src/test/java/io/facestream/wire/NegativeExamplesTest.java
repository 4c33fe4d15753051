package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeExamplesTest {
  private static final String ID = Ids.negativeExampleId("ada", "lobby@0-7", 0);
  private static final Instant WRITTEN = Instant.parse("2026-11-27T10:00:00Z");

  @Test
  void shouldTakeAFaceThatIsNobodyAndEnds() throws Exception {
    GalleryEntry entry = example().build();
    assertThat(GalleryRecords.entry(ID, entry.toByteArray(), WRITTEN.toEpochMilli()))
        .isEqualTo(entry);
    assertThat(NegativeExamples.is(entry)).isTrue();
  }

  static Stream<Consumer<GalleryEntry.Builder>> whatMakesAPersonOfIt() {
    return Stream.of(
        entry -> entry.setPersonId("ada"),
        entry -> entry.setName("Ada"),
        entry -> entry.addWatchlists("vip"),
        entry -> entry.setThreshold(0.5f),
        entry -> entry.putAttributes("seen", "once"),
        entry -> entry.setValidFrom(1),
        entry -> entry.setSourceSha256("ab"),
        entry -> entry.setSourceFace("largest"));
  }

  @ParameterizedTest
  @MethodSource("whatMakesAPersonOfIt")
  void shouldRefuseWhatWouldMakeAPersonOfIt(Consumer<GalleryEntry.Builder> more) {
    GalleryEntry.Builder entry = example();
    more.accept(entry);
    assertRefused(ID, entry, "which a negative example must not have");
  }

  static Stream<Consumer<GalleryEntry.Builder>> whatDoesNotEnd() {
    return Stream.of(
        GalleryEntry.Builder::clearValidUntil,
        entry -> entry.setValidUntil(afterWriting(NegativeExamples.LONGEST.plusMillis(1))),
        entry -> entry.setValidUntil(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("whatDoesNotEnd")
  void shouldRefuseOneThatDoesNotEndWithinAYear(Consumer<GalleryEntry.Builder> change) {
    GalleryEntry.Builder entry = example();
    change.accept(entry);
    assertRefused(ID, entry, "valid_until");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada/1", "not/ada/1.jpg", "not/ben/lobby@0-7#0", "not/adam/lobby@0-7#0"})
  void shouldRefuseOneUnderAnotherKey(String key) {
    assertRefused(key, example(), "not/person/camera@partition-offset#face");
  }

  @Test
  void shouldRefuseAPersonInThePlaceOfOne() {
    GalleryEntry.Builder person = example().clearNotPersonId().setPersonId("ada");
    assertRefused(ID, person, "no not_person_id");
  }

  private static void assertRefused(String key, GalleryEntry.Builder entry, String reason) {
    assertThatThrownBy(
            () -> GalleryRecords.entry(key, entry.build().toByteArray(), WRITTEN.toEpochMilli()))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageContaining(reason);
  }

  private static GalleryEntry.Builder example() {
    return GalleryEntry.newBuilder()
        .setNotPersonId("ada")
        .setModelId("test-model")
        .addAllEmbedding(List.of(0.6f, -0.8f))
        .setValidUntil(afterWriting(NegativeExamples.LONGEST));
  }

  private static long afterWriting(Duration time) {
    return WRITTEN.plus(time).toEpochMilli();
  }
}

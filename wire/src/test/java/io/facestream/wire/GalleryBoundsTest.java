package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryBoundsTest {
  private static final int LONGEST_REASON = 250;

  @ParameterizedTest
  @EnumSource
  void shouldTakeATextOfItsLimitAndNoLonger(GalleryText text) {
    assertThat(text.complaint("é".repeat(text.maxBytes() / 2))).isNull();
    assertThat(text.complaint("é".repeat(text.maxBytes() / 2) + "e"))
        .startsWith("the " + text.meaning() + " 'é")
        .contains(
            String.format(
                Locale.ROOT, "%d bytes in UTF-8, at most %d", text.maxBytes() + 1, text.maxBytes()))
        .hasSizeLessThan(LONGEST_REASON);
  }

  @ParameterizedTest
  @EnumSource
  void shouldTakeControlCharactersInWhatIsOnlyShown(GalleryText text) {
    for (String bad : List.of("a\nb", "a\u001b[2Jb", "a\u0000", "\u0085", "a\u2028b")) {
      if (text.controlsAllowed()) {
        assertThat(text.complaint(bad)).isNull();
      } else {
        assertThat(text.complaint(bad))
            .contains("control character")
            .isEqualTo(Printable.of(text.complaint(bad)));
      }
    }
    assertThat(text.controlsAllowed())
        .isEqualTo(text == GalleryText.NAME || text == GalleryText.ATTRIBUTE_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseHalfACharacterAndBoundTheReason(GalleryText text) {
    assertThat(text.complaint("a\ud83d")).contains("half a character");
    assertThat(text.complaint("\u0007".repeat(1_500_000)))
        .hasSizeLessThan(LONGEST_REASON)
        .isEqualTo(Printable.of(text.complaint("\u0007".repeat(1_500_000))));
  }

  static Stream<Consumer<GalleryEntry.Builder>> excesses() {
    String longText = "x".repeat(2_000);
    return Stream.of(
        entry -> entry.setPersonId(longText),
        entry -> entry.setNotPersonId(longText),
        entry -> entry.setName(longText),
        entry -> entry.setModelId(longText),
        entry -> entry.setSourceSha256(longText),
        entry -> entry.setSourceFace(longText),
        entry -> entry.addWatchlists(longText),
        entry -> entry.addAllWatchlists(Collections.nCopies(33, "vip")),
        entry -> entry.putAttributes(longText, "1"),
        entry -> entry.putAttributes("1", longText),
        entry -> numbered(65, i -> entry.putAttributes("a" + i, "1")),
        entry -> numbered(16_385, i -> entry.addEmbedding(0)),
        entry -> entry.setName("\u0007".repeat(1_500_000)));
  }

  @ParameterizedTest
  @MethodSource("excesses")
  void shouldRefuseEachFieldBeyondItsLimit(Consumer<GalleryEntry.Builder> excess) {
    GalleryEntry.Builder entry = fullest();
    excess.accept(entry);
    assertThat(GalleryBounds.complaint(entry.build()))
        .isNotNull()
        .contains("at most")
        .hasSizeLessThan(LONGEST_REASON);
  }

  @Test
  void shouldTakeARecordWithEveryFieldAtItsLimit() {
    GalleryEntry entry = fullest().build();
    assertThat(GalleryBounds.complaint(entry)).isNull();
    assertThat(entry.toByteArray().length)
        .isGreaterThan(GalleryBounds.MAX_VALUE_BYTES / 2)
        .isLessThan(GalleryBounds.MAX_VALUE_BYTES);
    String longestId = "p".repeat(256) + "/" + "q".repeat(512);
    assertThat(GalleryBounds.complaint(longestId)).isNull();
    assertThat(longestId.getBytes(StandardCharsets.UTF_8)).hasSize(GalleryBounds.MAX_KEY_BYTES);
    assertThat(GalleryBounds.complaint("p".repeat(257) + "/1")).contains("person id");
    assertThat(GalleryBounds.complaint("p/" + "q".repeat(513))).contains("photo");
    assertThat(GalleryBounds.complaint("p/a\nb")).contains("the photo 'a\\nb' holds");
  }

  @Test
  void shouldKeepAVerdictOnACrowdOfLookAlikesBelowAMegabyte() {
    String id = "\"".repeat(256);
    String name = "\u0007".repeat(GalleryText.NAME.maxBytes());
    String template = id + "/" + "\"".repeat(512);
    String list = "\"".repeat(128);
    List<String> lists = Collections.nCopies(GalleryBounds.MAX_WATCHLISTS, list);
    Candidate candidate = new Candidate(id, name, template, list, lists, 0.123456789);
    Match match = new Match(id, name, template, list, lists, 0.123456789, 0.1, 0.1, true);
    Face face =
        new Face(
            new Box(0.1, 0.1, 0.1, 0.1),
            Collections.nCopies(5, new Point(0.123456789, 0.1)),
            0.9,
            0.9,
            FaceOutcome.MATCH,
            id + "#0",
            id,
            match,
            new RunnerUp(id, 0.1),
            new AppliedThreshold(0.123456, "person/" + id, 0.003, 1_000_000L, false, 1_000_000L),
            Collections.nCopies(5, candidate),
            java.util.Map.of(),
            null,
            null);
    assertThat(Json.toBytes(Collections.nCopies(10, face)).length).isLessThan(900_000);
  }

  @Test
  void shouldTellKeysApartThatJavaWouldMakeOne() {
    assertThat(StrictUtf8.decode(new byte[] {'a', '/', (byte) 0xFF})).isNull();
    assertThat(StrictUtf8.decode(new byte[] {'a', '/', (byte) 0xED, (byte) 0xA0, (byte) 0x80}))
        .isNull();
    assertThat(StrictUtf8.decode("王/1 é😀".getBytes(StandardCharsets.UTF_8))).isEqualTo("王/1 é😀");
    assertThat(StrictUtf8.length("王/1 é😀"))
        .isEqualTo("王/1 é😀".getBytes(StandardCharsets.UTF_8).length);
  }

  /** Every field at its limit. */
  private static GalleryEntry.Builder fullest() {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId("p".repeat(GalleryText.PERSON_ID.maxBytes()))
            .setName("\n".repeat(GalleryText.NAME.maxBytes()))
            .setModelId("m".repeat(GalleryText.MODEL_ID.maxBytes()))
            .setSourceSha256("0".repeat(GalleryText.SOURCE_SHA256.maxBytes()))
            .setSourceFace("1".repeat(GalleryText.SOURCE_FACE.maxBytes()))
            .setThreshold(0.5f)
            .setQuality(1);
    numbered(
        GalleryBounds.MAX_WATCHLISTS - 1,
        i -> entry.addWatchlists("w".repeat(GalleryText.WATCHLIST.maxBytes())));
    String key = "k".repeat(GalleryText.ATTRIBUTE_KEY.maxBytes() - 2);
    String value = "\u001b".repeat(GalleryText.ATTRIBUTE_VALUE.maxBytes());
    numbered(GalleryBounds.MAX_ATTRIBUTES - 1, i -> entry.putAttributes(key + (10 + i), value));
    numbered(GalleryBounds.MAX_DIMENSION, i -> entry.addEmbedding(0.1f));
    return entry;
  }

  private static void numbered(int count, java.util.function.IntConsumer each) {
    java.util.stream.IntStream.range(0, count).forEach(each);
  }
}

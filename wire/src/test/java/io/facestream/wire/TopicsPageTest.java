package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/topics.md} says what the code does. */
class TopicsPageTest {
  private static final Path PAGE = Path.of("../docs/topics.md");

  @ParameterizedTest
  @FieldSource("io.facestream.wire.Topics#ALL")
  void shouldTellEachTopicAsItIsCreated(TopicSpec topic) throws IOException {
    assertThat(rowOf(topic.name())).element(4).isEqualTo(Integer.toString(topic.partitions()));
    assertThat(rowOf(topic.name())).element(5).isEqualTo(kept(topic));
  }

  @Test
  void shouldTellTheLargestRecord() throws IOException {
    assertThat(page()).contains("(`max.message.bytes` " + Topics.MAX_RECORD_BYTES + ")");
  }

  @Test
  void shouldTellWhichPicturesFramesMayBe() throws IOException {
    assertThat(page())
        .contains(PictureType.frames() + ", up to " + (Topics.MAX_FRAME_BYTES >> 20) + " MiB");
  }

  @ParameterizedTest
  @ValueSource(classes = {FrameHeaders.class, DeadLetterHeaders.class})
  void shouldTellEachHeader(Class<?> headers) throws ReflectiveOperationException, IOException {
    for (Field header : headers.getFields()) {
      assertThat(rowOf((String) header.get(null))).as(header.getName()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellHowLongEachTextOfTheGalleryMayBe(GalleryText text) throws IOException {
    assertThat(rowStarting("| " + text.meaning() + " |"))
        .containsSequence(
            text.maxBytes() + " bytes",
            text.controlsAllowed() ? "anything" : "no control characters");
  }

  @Test
  void shouldTellHowMuchARecordOfTheGalleryMayHold() throws IOException {
    assertThat(page())
        .contains(String.format(Locale.ROOT, "at most %d watchlists", GalleryBounds.MAX_WATCHLISTS))
        .contains(String.format(Locale.ROOT, "%d attributes", GalleryBounds.MAX_ATTRIBUTES))
        .contains(String.format(Locale.ROOT, "%d numbers", GalleryBounds.MAX_DIMENSION))
        .contains(String.format(Locale.ROOT, "a key of %d bytes", GalleryBounds.MAX_KEY_BYTES))
        .contains(
            String.format(Locale.ROOT, "a value of %d KiB", GalleryBounds.MAX_VALUE_BYTES / 1024));
  }

  @Test
  void shouldTellTheHeaderOfARepair() throws IOException {
    assertThat(page()).contains("`" + GalleryHeaders.SUPERSEDED + "`");
  }

  static Stream<String> examples() throws IOException {
    return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
        .matcher(page())
        .results()
        .map(match -> match.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldShowExamplesThatAreValid(String example) {
    String schema = Schemas.NAMES.stream().filter(name -> isOf(name, example)).findFirst().get();
    assertThat(SchemaCheck.errors(schema, example)).isEmpty();
  }

  @Test
  void shouldShowAnAnswerOfEachKind() throws IOException {
    for (String schema :
        List.of(
            Schemas.ALERT, Schemas.VERDICT, Schemas.SIGHTING, Schemas.ANALYSIS, Schemas.REVIEW)) {
      assertThat(examples().filter(example -> isOf(schema, example))).as(schema).hasSize(1);
    }
  }

  /** {@code alert-1} is the schema of {@code "facestream.alert/1"}. */
  private static boolean isOf(String schema, String example) {
    return example.contains("\"facestream." + schema.replaceAll("-(\\d+)$", "/$1") + "\"");
  }

  @Test
  void shouldLinkToFilesThatExist() throws IOException {
    List<String> links =
        Pattern.compile("]\\(([^)#]+)\\)").matcher(page()).results().map(m -> m.group(1)).toList();
    assertThat(links).hasSizeGreaterThan(4);
    assertThat(links).allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  /** The cells of the table row that begins with the name; the first cell is empty. */
  private static List<String> rowOf(String name) throws IOException {
    return rowStarting("| `" + name + "` |");
  }

  private static List<String> rowStarting(String beginning) throws IOException {
    return page()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .map(line -> List.of(line.split("\\s*\\|\\s*")))
        .orElse(List.of());
  }

  private static String kept(TopicSpec topic) {
    if (topic.settings().get("cleanup.policy").equals("compact")) {
      return "for ever, compacted";
    }
    Duration retention = Duration.ofMillis(Long.parseLong(topic.settings().get("retention.ms")));
    return retention.toDays() > 0 ? retention.toDays() + " d" : retention.toHours() + " h";
  }
}

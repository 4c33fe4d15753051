package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  static Stream<String> examples() throws IOException {
    return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
        .matcher(page())
        .results()
        .map(match -> match.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldShowExamplesThatAreValid(String example) {
    String schema = example.contains(Alert.SCHEMA) ? Schemas.ALERT : Schemas.VERDICT;
    assertThat(SchemaCheck.errors(schema, example)).isEmpty();
  }

  @Test
  void shouldShowAnAlertAndAVerdict() throws IOException {
    assertThat(examples()).hasSize(2);
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
    return page()
        .lines()
        .filter(line -> line.startsWith("| `" + name + "` |"))
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

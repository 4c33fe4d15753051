package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameBoundsTest {
  private static final byte[] DOOR = bytes("door");

  @Test
  void shouldTakeWhatIsAtItsLimits() {
    assertThat(
            FrameBounds.refusal(
                new byte[256], bytes("9".repeat(18)), bytes("é".repeat(128)), null, null))
        .isNull();
    assertThat(FrameBounds.refusal(DOOR, null, null, null, null)).isNull();
  }

  @Test
  void shouldRefuseWhatIsLonger() {
    assertThat(FrameBounds.refusal(new byte[257], null, null, null, null))
        .isEqualTo(
            "The key, which is the camera id, has 257 bytes, at most 256 are taken; shorten it.");
    assertThat(FrameBounds.refusal(DOOR, null, bytes("é".repeat(129)), null, null))
        .isEqualTo(
            "The header facestream-request has 258 bytes, at most 256 are taken; shorten it.");
    assertThat(FrameBounds.refusal(DOOR, bytes("9".repeat(19)), null, null, null))
        .startsWith("The header facestream-seq is '9999999999999999999'; send");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", " 1", "1.0", "0x1", "١", "1\n"})
  void shouldRefuseASequenceThatIsNoNumber(String sequence) {
    assertThat(FrameBounds.refusal(DOOR, bytes(sequence), null, null, null))
        .contains("facestream-seq");
  }

  @Test
  void shouldRefuseARequestThatWouldNotComeBackAsItIs() {
    assertThat(FrameBounds.refusal(DOOR, null, bytes("a\u001b[2J"), null, null))
        .contains("'a\\x1b[2J'");
    assertThat(FrameBounds.refusal(DOOR, null, new byte[] {'a', (byte) 0xff}, null, null))
        .contains("send text in UTF-8");
  }

  @Test
  void shouldTakeAScopeOfWatchlistsAlsoOfNone() {
    assertThat(refusalOfScope("[\"guests\", \"été\"]")).isNull();
    assertThat(refusalOfScope("[]")).isNull();
    assertThat(FrameRequest.parse(bytes("r"), bytes("[\"guests\"]"), null))
        .isEqualTo(FrameRequest.of("r").within(List.of("guests")));
    assertThat(FrameRequest.of("r").within(List.of("été")).scopeHeader())
        .isEqualTo(bytes("[\"été\"]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "guests",
        "null",
        "{}",
        "\"guests\"",
        "[1]",
        "[null]",
        "[\"a\"",
        "[[\"a\"]]",
        "[\"a\"] b"
      })
  void shouldRefuseAScopeThatIsNoListOfWatchlists(String scope) {
    assertThat(refusalOfScope(scope))
        .startsWith("The header facestream-scope is '")
        .contains("send JSON");
  }

  @Test
  void shouldRefuseAScopeThatIsOutOfBounds() {
    assertThat(refusalOfScope("[\"" + "x".repeat(129) + "\"]")).contains("watchlist");
    assertThat(refusalOfScope("[" + "\"a\",".repeat(100) + "\"a\"]")).contains("at most 100");
    assertThat(refusalOfScope("[\"a\"" + " ".repeat(16_384) + "]")).contains("shorten it");
  }

  @Test
  void shouldRefuseAScopeOfAFrameThatIsNoRequest() {
    assertThat(FrameBounds.refusal(DOOR, null, null, bytes("[]"), null))
        .contains("send facestream-request as well");
  }

  @Test
  void shouldTakeAnalysersAlsoNone() {
    assertThat(refusalOfAnalysers("[\"age-gender\", \"x1\"]")).isNull();
    assertThat(refusalOfAnalysers("[]")).isNull();
    FrameRequest asked = FrameRequest.of("r").analysedBy(List.of("emotion"));
    assertThat(FrameRequest.parse(bytes("r"), null, bytes("[\"emotion\"]"))).isEqualTo(asked);
    assertThat(asked.analysersHeader()).isEqualTo(bytes("[\"emotion\"]"));
    assertThat(asked.scopeHeader()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "emotion", "null", "{}", "[1]", "[\"a\"", "[\"a\"] b"})
  void shouldRefuseAnalysersThatAreNoList(String analysers) {
    assertThat(refusalOfAnalysers(analysers))
        .startsWith("The header facestream-analysers is '")
        .contains("send JSON");
  }

  @Test
  void shouldRefuseAnalysersThatAreOutOfBounds() {
    assertThat(refusalOfAnalysers("[\"Emotion\"]"))
        .endsWith(
            "is out of bounds: 'Emotion' is no name of an analyser; names have 1 to 40 lower-case"
                + " letters, digits and -.");
    assertThat(refusalOfAnalysers("[\"a\",\"a\"]")).contains("'a' is there twice");
    String many =
        IntStream.range(0, 33).mapToObj(i -> "\"a" + i + "\"").collect(Collectors.joining(","));
    assertThat(refusalOfAnalysers("[" + many + "]")).contains("at most 32");
    assertThat(refusalOfAnalysers("[\"a\"" + " ".repeat(4_096) + "]")).contains("shorten it");
    assertThat(refusalOfAnalysers("[\"\\u001b" + "x".repeat(1_000) + "\"]")).hasSizeLessThan(400);
  }

  @Test
  void shouldRefuseAnalysersOfAFrameThatIsNoRequest() {
    assertThat(FrameBounds.refusal(DOOR, null, null, null, bytes("[]")))
        .contains("send facestream-request as well");
  }

  @Test
  void shouldTellOfABadScopeBesideAnalysers() {
    assertThat(FrameBounds.refusal(DOOR, null, bytes("r"), bytes("x"), bytes("[]")))
        .contains("facestream-scope");
  }

  private static String refusalOfAnalysers(String analysers) {
    return FrameBounds.refusal(DOOR, null, bytes("r"), null, bytes(analysers));
  }

  private static String refusalOfScope(String scope) {
    return FrameBounds.refusal(DOOR, null, bytes("r"), bytes(scope), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003"})
  void shouldRefuseAKeyThatShowsNothing(String key) {
    assertThat(FrameBounds.refusalOfCamera(bytes(key))).contains("has no key");
    assertThat(FrameBounds.refusalOfCamera(null)).contains("has no key");
  }

  @Test
  void shouldTakeANumberWhoseBytesHappenToBeBlankText() {
    assertThat(FrameBounds.refusalOfCamera(new byte[] {9, 9, 9, 9})).isNull();
  }

  @Test
  void shouldGiveAShortReasonHoweverLongAHeaderIs() {
    assertThat(FrameBounds.refusal(DOOR, bytes("\u0007".repeat(1_000_000)), null, null, null))
        .hasSizeLessThan(200);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

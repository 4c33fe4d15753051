package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** The alert by which the contract was designed. */
  static String exampleAlert() throws IOException {
    try (InputStream example = JsonTest.class.getResourceAsStream("example-alert.json")) {
      return new String(example.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Stream<Object> answers() {
    return Stream.of(
        Answers.alertWithEverything(),
        Answers.alertWithTheLeast(),
        Answers.verdictWithEverything(),
        Answers.verdictOnARejectedFace(),
        Answers.verdictOnAStranger(),
        Answers.verdictOfAnEarlierVersion(),
        Answers.verdictWithoutAFace(),
        Answers.sightingWithEverything(),
        Answers.sightingWithTheLeast(),
        FalseMatchCurveTest.curve());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldReadBackWhatItWrote(Object answer) throws IOException {
    assertThat(Json.fromBytes(Json.toBytes(answer), answer.getClass())).isEqualTo(answer);
  }

  @Test
  void shouldReadAndWriteTheAlertOfTheDesignWithoutLoss() throws IOException {
    Alert alert = Json.fromBytes(bytes(exampleAlert()), Alert.class);
    assertThat(alert.match().name()).isEqualTo("Ada Lovelace");
    assertThat(PLAIN.readTree(Json.toBytes(alert))).isEqualTo(PLAIN.readTree(exampleAlert()));
  }

  @Test
  void shouldReadTheOnlyWatchlistThatAnEarlierAnswerNames() throws IOException {
    ObjectNode earlier = (ObjectNode) PLAIN.readTree(exampleAlert());
    ((ObjectNode) earlier.get("match")).remove("watchlists");
    assertThat(Json.fromBytes(bytes(earlier.toString()), Alert.class).match().watchlists())
        .containsExactly("guests");
    ((ObjectNode) earlier.get("match")).remove("watchlist");
    assertThat(Json.fromBytes(bytes(earlier.toString()), Alert.class).match().watchlists())
        .isEmpty();
  }

  @Test
  void shouldIgnoreFieldsItDoesNotKnow() throws IOException {
    String later = exampleAlert().replace("\"cameraId\"", "\"mood\": {\"a\": [1]}, \"cameraId\"");
    assertThat(Json.fromBytes(bytes(later), Alert.class))
        .isEqualTo(Json.fromBytes(bytes(exampleAlert()), Alert.class));
  }

  @Test
  void shouldWriteInstantsAsIso8601InUtc() throws IOException {
    JsonNode alert = PLAIN.readTree(Json.toBytes(Answers.alertWithEverything()));
    assertThat(alert.at("/frame/capturedAt").textValue()).isEqualTo("2026-11-21T10:15:30.120Z");
    assertThat(alert.at("/expiresAt").textValue()).isEqualTo("2026-11-21T10:16:30.120Z");
  }

  @Test
  void shouldWritePointsAsPairsAndOutcomesInLowerCase() throws IOException {
    JsonNode verdict = PLAIN.readTree(Json.toBytes(Answers.verdictWithEverything()));
    assertThat(verdict.at("/faces/0/landmarks/0").toString()).isEqualTo("[0.43,0.28]");
    assertThat(verdict.at("/outcome").textValue()).isEqualTo("match");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldLeaveOutPartsThatDoNotApply(Object answer) {
    assertThat(new String(Json.toBytes(answer), StandardCharsets.UTF_8)).doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "no JSON", "{\"frame\": {\"capturedAt\": \"yesterday\"}}"})
  void shouldRefuseWhatIsNoAlert(String text) {
    assertThatThrownBy(() -> Json.fromBytes(bytes(text), Alert.class))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldEscapeWhatATerminalMustNotShowInItsOwnWay() throws IOException {
    String name = "a\u001b[2J\nb\u202e\u007f José 王";
    String line = Json.printable(List.of(name));
    assertThat(line)
        .isEqualTo("[\"a\\u001B[2J\\nb\\u202e\\u007f José 王\"]")
        .isEqualTo(Printable.of(line));
    assertThat(PLAIN.readTree(line).get(0).textValue()).isEqualTo(name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

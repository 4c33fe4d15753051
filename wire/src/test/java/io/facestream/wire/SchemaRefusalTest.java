package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas refuse what the job never writes. */
class SchemaRefusalTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "'', alertId",
    "'', cameraId",
    "'', gallery",
    "/frame, capturedAt",
    "/face/box, width",
    "/match, similarity",
    "/models, embedder"
  })
  void shouldRefuseAnAlertWithout(String part, String field) {
    ObjectNode alert = SchemaCheck.tree(Answers.alertWithEverything());
    ((ObjectNode) alert.at(part)).remove(field);
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert.toString()))
        .singleElement()
        .asString()
        .contains("'" + field + "'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/schema, \"facestream.alert/2\"",
        "/alertId, \"lobby\"",
        "/cameraId, \"\"",
        "/frame/offset, -1",
        "/frame/sequence, 1.5",
        "/frame/capturedAt, \"yesterday\"",
        "/face/box/x, 412",
        "/face/landmarks, []",
        "/face/landmarks/0, `[0.1,0.2,0.3]`",
        "/face/quality, 1.01",
        "/match/similarity, 1.5",
        "/match/threshold, -1.5",
        "/match/margin, -0.1",
        "/match/templateId, \"p-17\"",
        "/match/watchlist, null",
        "/match/watchlists, []",
        "/match/watchlists, \"guests\"",
        "/match/watchlists/1, \"\"",
        "/match/watchlists, `[\"guests\",\"guests\"]`",
        "/runnerUp, null",
        "/runnerUp/similarity, \"NaN\"",
        "/gallery/offsets/0, -1",
        "/timings/searchMs, -3",
        "/expiresAt, 1795256190"
      })
  void shouldRefuseAnAlertWith(String place, String value) throws JsonProcessingException {
    ObjectNode alert = SchemaCheck.tree(Answers.alertWithEverything());
    set(alert, place, value);
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert.toString()))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith(place));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/outcome, \"maybe\"",
        "/outcome, \"MATCH\"",
        "/faces, null",
        "/faces/0/candidates/0/similarity, -1.001",
        "/faces/0/candidates/0/watchlists, null",
        "/faces/0/attributes/age, 36",
        "/faces/1/reason, \"\"",
        "/gallery, null"
      })
  void shouldRefuseAVerdictWith(String place, String value) throws JsonProcessingException {
    ObjectNode verdict = SchemaCheck.tree(Answers.verdictWithEverything());
    set(verdict, place, value);
    assertThat(SchemaCheck.errors(Schemas.VERDICT, verdict.toString()))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith(place));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/schema, \"facestream.analysis/2\"",
        "/analysisId, \"lobby@0-4711\"",
        "/face, -1",
        "/analyser, \"Age\"",
        "/values/age, \"36\"",
        "/attributes/age, 36",
        "/milliseconds, -1",
        "/failure, \"\""
      })
  void shouldRefuseAnAnalysisWith(String place, String value) throws JsonProcessingException {
    ObjectNode analysis = SchemaCheck.tree(Answers.analysisWithEverything());
    set(analysis, place, value);
    assertThat(SchemaCheck.errors(Schemas.ANALYSIS, analysis.toString()))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith(place));
  }

  @Test
  void shouldRefuseAnAnalysisThatSaysNothing() {
    ObjectNode analysis = SchemaCheck.tree(Answers.analysisThatFailed());
    analysis.remove("failure");
    assertThat(SchemaCheck.errors(Schemas.ANALYSIS, analysis.toString())).isNotEmpty();
  }

  @Test
  void shouldRefuseAFaceWithNeitherMatchNorReason() {
    ObjectNode verdict = SchemaCheck.tree(Answers.verdictOnARejectedFace());
    ((ObjectNode) verdict.at("/faces/0")).remove("reason");
    assertThat(SchemaCheck.errors(Schemas.VERDICT, verdict.toString())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/of, \"lobby\"",
        "/reviewId, \"lobby@0-4711\"",
        "/outcome, \"WRONG\"",
        "/by, \"\"",
        "/by, \"a#b\"",
        "/at, \"yesterday\"",
        "/note, null",
        "/note, \"two\\nlines\""
      })
  void shouldRefuseAReviewWith(String place, String value) throws JsonProcessingException {
    ObjectNode review = SchemaCheck.tree(Answers.reviewWithEverything());
    set(review, place, value);
    assertThat(SchemaCheck.errors(Schemas.REVIEW, review.toString()))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith(place));
  }

  private static void set(ObjectNode tree, String place, String value)
      throws JsonProcessingException {
    int slash = place.lastIndexOf('/');
    JsonNode parent = tree.at(place.substring(0, slash));
    String last = place.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), MAPPER.readTree(value));
    } else {
      ((ObjectNode) parent).set(last, MAPPER.readTree(value));
    }
  }
}

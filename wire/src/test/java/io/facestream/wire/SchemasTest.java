package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @FieldSource("io.facestream.wire.Schemas#NAMES")
  void shouldBeASchemaOfItsDraft(String name) throws IOException {
    assertThat(SchemaCheck.errorsOfSchema(name)).isEmpty();
    assertThat(MAPPER.readTree(Schemas.text(name)).path("$id").asText())
        .isEqualTo(Schemas.id(name));
  }

  @Test
  void shouldNameTheSchemasThereAreWhenAskedForAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schemas.text("alert-9"))
        .withMessage(
            "There is no schema 'alert-9'; there are common-1, verdict-1, alert-1, sighting-1,"
                + " analysis-1, review-1, policy-1, camera-1, false-match-curve-1");
  }

  static Stream<Alert> alerts() {
    return Stream.of(Answers.alertWithEverything(), Answers.alertWithTheLeast());
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void shouldAcceptEveryAlert(Alert alert) {
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert)).isEmpty();
  }

  @Test
  void shouldAcceptAnAlertOfAVisit() {
    ObjectNode alert = SchemaCheck.tree(Answers.alertWithEverything());
    alert.put("alertId", "lobby@0-4711/p-17");
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert.toString())).isEmpty();
  }

  static Stream<Verdict> verdicts() {
    return Stream.of(
        Answers.verdictWithEverything(),
        Answers.verdictOnARejectedFace(),
        Answers.verdictOnAStranger(),
        Answers.verdictOfAnEarlierVersion(),
        Answers.verdictWithoutAFace());
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void shouldAcceptEveryVerdict(Verdict verdict) {
    assertThat(SchemaCheck.errors(Schemas.VERDICT, verdict)).isEmpty();
  }

  static Stream<Sighting> sightings() {
    return Stream.of(
        Answers.sightingWithEverything(),
        Answers.sightingWithTheLeast(),
        Answers.sightingOfSomebodyUnknown());
  }

  @ParameterizedTest
  @MethodSource("sightings")
  void shouldAcceptEverySighting(Sighting sighting) {
    assertThat(SchemaCheck.errors(Schemas.SIGHTING, sighting)).isEmpty();
    assertThat(SchemaCheck.errors(Schemas.SIGHTING, sighting.withoutName())).isEmpty();
    assertThat(SchemaCheck.errors(Schemas.SIGHTING, sighting.withoutWhatMayBeLong())).isEmpty();
  }

  @Test
  void shouldRequireOfKnownPeopleWhatItAlwaysHas() {
    for (String field : List.of("similarity", "threshold", "templateId")) {
      ObjectNode known = SchemaCheck.tree(Answers.sightingWithTheLeast());
      ((ObjectNode) known.get("best")).remove(field);
      assertThat(SchemaCheck.errors(Schemas.SIGHTING, known.toString())).isNotEmpty();
    }
    ObjectNode unmarked = SchemaCheck.tree(Answers.sightingOfSomebodyUnknown());
    unmarked.remove("unknown");
    assertThat(SchemaCheck.errors(Schemas.SIGHTING, unmarked.toString())).isNotEmpty();
  }

  static Stream<Analysis> analyses() {
    return Stream.of(
        Answers.analysisWithEverything(), Answers.analysisOfFaces(), Answers.analysisThatFailed());
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void shouldAcceptEveryAnalysis(Analysis analysis) {
    assertThat(SchemaCheck.errors(Schemas.ANALYSIS, analysis)).isEmpty();
  }

  static Stream<Review> reviews() {
    return Stream.of(Answers.reviewWithEverything(), Answers.reviewWithTheLeast());
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void shouldAcceptEveryReview(Review review) {
    assertThat(SchemaCheck.errors(Schemas.REVIEW, review)).isEmpty();
  }

  @Test
  void shouldAcceptACurve() {
    assertThat(SchemaCheck.errors(Schemas.FALSE_MATCH_CURVE, FalseMatchCurveTest.curve()))
        .isEmpty();
  }

  @Test
  void shouldAcceptTheAlertOfTheDesign() throws IOException {
    assertThat(SchemaCheck.errors(Schemas.ALERT, JsonTest.exampleAlert())).isEmpty();
  }

  @Test
  void shouldAcceptAnAnswerThatNamesTheFirstWatchlistOnly() {
    ObjectNode alert = SchemaCheck.tree(Answers.alertWithEverything());
    alert.withObject("/match").remove("watchlists");
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert.toString())).isEmpty();
  }

  @Test
  void shouldAcceptFieldsOfALaterMinorVersion() {
    ObjectNode alert = SchemaCheck.tree(Answers.alertWithEverything());
    alert.put("mood", "cheerful");
    alert.withObject("/match").put("rank", 1);
    assertThat(SchemaCheck.errors(Schemas.ALERT, alert.toString())).isEmpty();
  }
}

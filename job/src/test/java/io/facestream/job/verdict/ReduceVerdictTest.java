package io.facestream.job.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReduceVerdictTest {
  private static final int FACES = 37;
  private static final int MATCHED = 20;

  private final Verdict crowd = verdictOf(FACES);
  private final ReduceVerdict reduce = new ReduceVerdict();

  @Test
  void shouldBecomeSmallerWithEachStepAndEnd() {
    int bytes = Json.toBytes(crowd).length;
    int step = 1;
    for (Verdict smaller; (smaller = reduce.smaller(crowd, step)) != null; step++) {
      assertThat(Json.toBytes(smaller).length).as("step %d", step).isLessThan(bytes);
      bytes = Json.toBytes(smaller).length;
      assertThat(smaller.reduced()).isNotBlank();
      assertThat(smaller.outcome()).isEqualTo(Outcome.MATCH);
      assertThat(smaller.faces()).anyMatch(face -> face.match() != null);
    }
    assertThat(step).as("halving 37 faces to one").isEqualTo(8);
  }

  @Test
  void shouldLeaveOutTheMatchsWatchlistsAtLast() {
    List<String> lists = List.of("guests", "w".repeat(128));
    Verdict onLists = verdictOf(FACES, lists);
    Verdict oneFace = reduce.smaller(onLists, 7);
    assertThat(oneFace.faces().get(0).match().watchlists()).isEqualTo(lists);
    Verdict last = reduce.smaller(onLists, 8);
    assertThat(last.faces())
        .singleElement()
        .satisfies(face -> assertThat(face.match().watchlists()).containsExactly("guests"));
    assertThat(last.reduced())
        .isEqualTo("attributes, candidates, 36 of 37 faces, watchlists after the first");
    assertThat(Json.toBytes(last).length).isLessThan(Json.toBytes(oneFace).length);
    assertThat(reduce.smaller(onLists, 9)).isNull();
  }

  @Test
  void shouldLeaveNothingElseOutOfAStranger() {
    Verdict stranger = verdictOf(1);
    assertThat(reduce.smaller(stranger, 2).reduced()).isEqualTo("attributes, candidates");
    assertThat(reduce.smaller(stranger, 3)).isNull();
  }

  @Test
  void shouldKeepMatchesAndLargestFacesLongestAndSayHowManyAreMissing() {
    assertThat(reduce.smaller(crowd, 1).faces())
        .hasSize(FACES)
        .allSatisfy(face -> assertThat(face.candidates()).hasSize(1));
    Verdict smaller = reduce.smaller(crowd, 4);
    assertThat(smaller.faces()).hasSize(9);
    assertThat(smaller.faces().get(0).match()).isNull();
    assertThat(smaller.faces().get(8).match()).isNotNull();
    assertThat(smaller.reduced()).isEqualTo("attributes, candidates, 28 of 37 faces");
    assertThat(reduce.smaller(crowd, 7).faces())
        .singleElement()
        .satisfies(face -> assertThat(face.match()).isNotNull());
  }

  @Test
  void shouldLeaveNothingOutThatAVerdictWithoutFacesDoesNotHave() {
    assertThat(reduce.smaller(verdictOf(0), 1)).isNull();
  }

  private static Verdict verdictOf(int faces) {
    return verdictOf(faces, List.of("guests"));
  }

  private static Verdict verdictOf(int faces, List<String> watchlists) {
    return new Verdict(
        Verdict.SCHEMA,
        "door@0-1",
        "door",
        new FrameRef(0, 1, 1, Instant.EPOCH, 640, 360, null),
        Outcome.MATCH,
        IntStream.range(0, faces).mapToObj(number -> face(number, watchlists)).toList(),
        2,
        new Models("builtin", "d", "e"),
        null,
        new Timings(1, 1, 1, 1),
        null);
  }

  private static Face face(int number, List<String> watchlists) {
    Candidate candidate = new Candidate("p", "Name", "p/1", "guests", watchlists, 0.5);
    return new Face(
        new Box(0, 0, 0.1, 0.1),
        List.of(),
        0.9,
        0.9,
        number == MATCHED ? FaceOutcome.MATCH : FaceOutcome.UNKNOWN,
        null,
        null,
        number == MATCHED
            ? new Match("p", "Name", "p/1", "guests", watchlists, 0.5, 0.4, 0.3, null)
            : null,
        null,
        AppliedThreshold.fixed("default", 0.4),
        Collections.nCopies(5, candidate),
        Map.of("age", "36"),
        ReasonCode.BELOW_THRESHOLD,
        "below threshold");
  }
}

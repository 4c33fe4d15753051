package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.Template;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;

/**
 * A savepoint of the only slice, written before templates had all their watchlists: Ada, a guest
 * with a threshold of her own, and Eve, who is on no list.
 */
class EarlierStateTest {
  private static final Template ADA = Template.of("ada", "Ada Lovelace", List.of("guests"), 0.5f);
  private static final Template EVE = Template.of("eve", "Eve", List.of(), null);

  @Test
  void shouldKnowEverybodyByTheListsThatWereKept() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(earlier()))) {
      slice.caughtUp();
      assertThat(found(slice, 0)).containsExactly(ADA, EVE);
    }
  }

  @Test
  void shouldKeepBesideThemWhoIsEnrolledOnSeveralLists() throws Exception {
    Template eveNow = Template.of("eve", "Eve", List.of("staff", "vip"), null);
    OperatorSubtaskState now;
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(earlier()))) {
      slice.caughtUp();
      slice.enrol("eve/1", eveNow, towards(1, 0));
      assertThat(found(slice, 0)).containsExactly(ADA, eveNow);
      now = slice.snapshot();
    }
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(now))) {
      slice.caughtUp();
      assertThat(found(slice, 0)).containsExactly(ADA, eveNow);
    }
  }

  /** Whom a face resembles, the most similar first. */
  private static List<Template> found(SliceHarness slice, int answer) throws Exception {
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    return slice.answers().get(answer).probes().get(0).hits().stream()
        .map(TemplateHit::template)
        .toList();
  }

  private static OperatorSubtaskState earlier() throws Exception {
    Path file =
        Path.of(
            EarlierStateTest.class
                .getResource("/io/facestream/job/state/search-slice.bin")
                .toURI());
    return OperatorSnapshotUtil.readStateHandle(file.toString());
  }
}

package io.facestream.job.back;

import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateNews;
import io.facestream.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatherEnrolmentsTest {
  private final List<OneInputStreamOperatorTestHarness<TemplateNews, BackUpdate>> open =
      new ArrayList<>();
  private long offset;

  @AfterEach
  void close() throws Exception {
    for (var harness : open) {
      harness.close();
    }
  }

  @Test
  void shouldMakeOneEnrolmentOfThePhotosThatComeTogether() throws Exception {
    var gather = gather(true, null);
    enrol(gather, "ada/1");
    pass(gather, 2_000);
    enrol(gather, "ada/2");
    enrol(gather, "ben/1");
    pass(gather, 2_000);
    assertThat(told(gather)).as("more may come").isEmpty();
    pass(gather, 2_000);
    assertThat(told(gather)).containsExactly("ada@0-1: ada/1 ada/2", "ben@0-2: ben/1");
  }

  @Test
  void shouldNotWaitForEverForOneMorePhoto() throws Exception {
    var gather = gather(true, null);
    for (int i = 0; i < 20; i++) {
      enrol(gather, "ada/" + i);
      pass(gather, 2_000);
    }
    assertThat(told(gather)).hasSize(1);
    assertThat(told(gather).get(0)).startsWith("ada@0-14: ada/0 ada/1 ");
  }

  @Test
  void shouldSearchForAPhotoThatComesAgainByTheLastOne() throws Exception {
    var gather = gather(true, null);
    enrol(gather, "ada/1");
    enrol(gather, "ada/2");
    gather.processElement(
        new StreamRecord<>(
            new TemplateNews(
                "ada/1", Template.of("eve", "Eve", List.of(), null), towards(1, 0), 0, offset++)));
    pass(gather, 4_000);
    assertThat(told(gather)).containsExactly("ada@0-1: ada/2", "eve@0-2: ada/1");
  }

  @Test
  void shouldTellOfAPhotoThatIsErasedAtOnceBeforeItIs() throws Exception {
    var gather = gather(true, null);
    enrol(gather, "ada/1");
    gather.processElement(new StreamRecord<>(new TemplateNews("ada/1", null, null, 0, offset++)));
    assertThat(told(gather)).containsExactly("ada@0-0: ada/1", "-ada/1");
    pass(gather, 10_000);
    assertThat(told(gather)).hasSize(2);
  }

  @Test
  void shouldKnowAfterAFailureWhoWaits() throws Exception {
    var first = gather(true, null);
    enrol(first, "ada/1");
    enrol(first, "ada/2");
    OperatorSubtaskState state = first.snapshot(1, 1);
    var restored = gather(true, state);
    pass(restored, 4_000);
    assertThat(told(restored)).containsExactly("ada@0-1: ada/1 ada/2");
    var off = gather(false, state);
    pass(off, 4_000);
    assertThat(told(off)).as("switched off").isEmpty();
  }

  private OneInputStreamOperatorTestHarness<TemplateNews, BackUpdate> gather(
      boolean wanted, OperatorSubtaskState state) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(new GatherEnrolments(wanted));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    open.add(harness);
    return harness;
  }

  private void enrol(
      OneInputStreamOperatorTestHarness<TemplateNews, BackUpdate> gather, String templateId)
      throws Exception {
    String person = Ids.personOf(templateId);
    gather.processElement(
        new StreamRecord<>(
            new TemplateNews(
                templateId,
                Template.of(person, person, List.of(), null),
                towards(0, 0),
                0,
                offset++)));
  }

  private static void pass(
      OneInputStreamOperatorTestHarness<TemplateNews, BackUpdate> gather, long millis)
      throws Exception {
    // The clock of a harness calls a timer that is set meanwhile at its next step only.
    for (long step = 0; step < millis; step += 500) {
      gather.setProcessingTime(gather.getProcessingTime() + 500);
    }
  }

  /** Enrolments with their templates, and erased templates with a −. */
  private static List<String> told(
      OneInputStreamOperatorTestHarness<TemplateNews, BackUpdate> gather) {
    return gather.extractOutputValues().stream().map(GatherEnrolmentsTest::inWords).toList();
  }

  private static String inWords(BackUpdate update) {
    if (update.erased() != null) {
      return "-" + update.erased();
    }
    return update.enrolment().id()
        + ": "
        + String.join(
            " ",
            update.enrolment().templates().stream().map(EnrolledTemplate::templateId).toList());
  }
}

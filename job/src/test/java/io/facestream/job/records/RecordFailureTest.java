package io.facestream.job.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.junit.jupiter.api.Test;

class RecordFailureTest {
  @Test
  void shouldNameTheRecordAndWhatSkipsIt() {
    assertThatThrownBy(() -> failOn("lobby@3-4711", new IllegalStateException("why")))
        .isInstanceOf(RecordFailure.class)
        .hasMessage(
            "Judge failed on frames:3:4711 (camera lobby; --skip frames:3:4711 goes on without"
                + " it): java.lang.IllegalStateException: why");
    assertThat(RecordFailure.gallery(0, 17, "p-1/2".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("gallery:0:17 (template p-1/2; --skip gallery:0:17 goes on without it)");
    assertThat(RecordFailure.template("p-1/2"))
        .isEqualTo("gallery:p-1/2 in the state (--skip 'gallery:p-1/2' goes on without it)");
  }

  @Test
  void shouldKeepTheNameThatWasGivenWhereItFailed() {
    assertThatThrownBy(
            () ->
                RecordFailure.naming(
                    "Detect faces",
                    () -> RecordFailure.frame(3, 1),
                    () -> failOn("lobby@3-4711", new IllegalStateException("why"))))
        .hasMessageStartingWith("Judge failed on frames:3:4711");
  }

  @Test
  void shouldTellWhyAnOperatorFailedThatIsChainedBehind() {
    Exception inFlinksWords =
        new ExceptionInChainedOperatorException(new IllegalStateException("why"));
    assertThatThrownBy(() -> failOn("lobby@3-4711", inFlinksWords))
        .hasMessageStartingWith("Judge failed on frames:3:4711")
        .hasMessageEndingWith(": java.lang.IllegalStateException: why");
  }

  @Test
  void shouldLeaveAloneWhatIsNoFailureOfARecord() {
    assertThatThrownBy(() -> failOn("lobby@3-4711", new CancelTaskException("cancelled")))
        .isInstanceOf(CancelTaskException.class);
    assertThatThrownBy(() -> failOn("lobby@3-4711", new InterruptedException("cancelled")))
        .isInstanceOf(InterruptedException.class);
  }

  private static void failOn(String frameId, Exception why) throws Exception {
    RecordFailure.naming(
        "Judge",
        () -> RecordFailure.frame(frameId),
        () -> {
          throw why;
        });
  }
}

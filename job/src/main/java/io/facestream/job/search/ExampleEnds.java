package io.facestream.job.search;

import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.TemplateCopy;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Lets go of negative examples when they end: of the state, of what the judge knows, and of the
 * topic, where nobody else would take them out.
 */
final class ExampleEnds {
  /** How often one that waits for the end of the gallery looks for it. */
  private static final long READY_AGAIN_MILLIS = 1_000;

  private final SliceExamples examples;
  private final ProcessingTimeService clock;
  private final BooleanSupplier ready;
  private final Forget forget;
  private final Consumer<GalleryRepair> out;
  private final Counter ended;

  /** When the earliest timer is that is set. */
  private long timerAt = Long.MAX_VALUE;

  /** Takes an example out of the slice. */
  @FunctionalInterface
  interface Forget {
    /** Says where its records lie. */
    List<TemplateCopy> forget(String templateId) throws Exception;
  }

  /**
   * @param ready whether the gallery has been read to its end: before, a record that prolongs one
   *     may be still to come, and what takes the former out of the topic would lie behind it
   * @param out takes what takes records out of the topic
   */
  ExampleEnds(
      SliceExamples examples,
      MetricGroup group,
      ProcessingTimeService clock,
      BooleanSupplier ready,
      Forget forget,
      Consumer<GalleryRepair> out) {
    this.examples = examples;
    this.clock = clock;
    this.ready = ready;
    this.forget = forget;
    this.out = out;
    JobMetric.NEGATIVE_EXAMPLES.gauge(group, examples::size);
    this.ended = JobMetric.NEGATIVE_EXAMPLES_ENDED.counter(group);
    schedule();
  }

  /** Sees to it that the next one ends in time; to be called when there may be another. */
  void schedule() {
    long next = examples.nextEnd();
    if (next < timerAt) {
      setTimer(Math.max(next, clock.getCurrentProcessingTime()));
    }
  }

  private void setTimer(long time) {
    timerAt = time;
    clock.registerTimer(time, this::end);
  }

  private void end(long time) throws Exception {
    if (time >= timerAt) {
      timerAt = Long.MAX_VALUE;
    }
    long now = clock.getCurrentProcessingTime();
    List<String> due = examples.endedBy(now);
    if (!due.isEmpty() && !ready.getAsBoolean()) {
      setTimer(now + READY_AGAIN_MILLIS);
      return;
    }
    for (String id : due) {
      for (TemplateCopy copy : forget.forget(id)) {
        out.accept(new GalleryRepair(id, copy.partition(), copy.offset()));
      }
      ended.inc();
    }
    schedule();
  }
}

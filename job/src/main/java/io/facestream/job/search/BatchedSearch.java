package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.records.RecordFailure;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Searches frames in small batches, bounded by count and by time; what is pending is in memory
 * alone.
 */
final class BatchedSearch {
  private final ProbeSearch search;
  private final ProbeBatch batch;
  private final Duration wait;
  private final ProcessingTimeService clock;
  private final SliceMetrics metrics;
  private final Answers answers;

  /** Takes what the slice says to a frame. */
  @FunctionalInterface
  interface Answers {
    /**
     * @param hits of each probe, in the frame's order
     * @param searchMs time of the batch, milliseconds
     */
    void answer(ProbeFrame frame, List<ProbeHits> hits, double searchMs);
  }

  BatchedSearch(
      ProbeSearch search,
      SearchSettings settings,
      ProcessingTimeService clock,
      SliceMetrics metrics,
      Answers answers) {
    this.search = search;
    this.batch = new ProbeBatch(settings.batchProbes());
    this.wait = settings.batchWait();
    this.clock = clock;
    this.metrics = metrics;
    this.answers = answers;
  }

  /** Takes a frame to be answered now, or soon. */
  void add(ProbeFrame frame) throws Exception {
    if (batch.isEmpty() && !wait.isZero()) {
      clock.registerTimer(
          clock.getCurrentProcessingTime() + wait.toMillis(), time -> answerPending());
    }
    batch.add(frame);
    if (batch.isFull() || wait.isZero()) {
      answerPending();
    }
  }

  /** Searches what is pending; a timer may find that a full batch has gone before it. */
  void answerPending() throws Exception {
    if (batch.isEmpty()) {
      return;
    }
    int probes = batch.probes();
    List<ProbeFrame> frames = batch.take();
    long start = System.nanoTime();
    List<List<ProbeHits>> hits = answersTo(frames);
    double searchMs = (System.nanoTime() - start) / 1e6;
    metrics.searched(probes, searchMs);
    for (int i = 0; i < frames.size(); i++) {
      answers.answer(frames.get(i), hits.get(i), searchMs);
    }
  }

  /** A batch that fails is searched again frame by frame, to know on which one it does. */
  private List<List<ProbeHits>> answersTo(List<ProbeFrame> frames) throws Exception {
    try {
      return search.search(frames);
    } catch (RuntimeException e) {
      for (ProbeFrame frame : frames) {
        RecordFailure.naming(
            "Search slice",
            () -> RecordFailure.frame(frame.frameId()),
            () -> search.search(List.of(frame)));
      }
      throw e;
    }
  }
}

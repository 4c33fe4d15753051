package io.facestream.quickstart.demo;

import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.ingest.camera.Camera;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.PhotoGallery;
import io.facestream.onejvm.RunTopics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;

/** One run of a plan on a broker and a cluster that are there already. */
final class DemoRun {
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final DemoPlan plan;
  private final RunTopics topics;
  private final EmbeddedFlink flink;
  private final StopSignal stop;
  private final PrintWriter out;
  private final PrintWriter notes;

  DemoRun(
      DemoPlan plan,
      RunTopics topics,
      EmbeddedFlink flink,
      StopSignal stop,
      PrintWriter out,
      PrintWriter notes) {
    this.plan = plan;
    this.topics = topics;
    this.flink = flink;
    this.stop = stop;
    this.out = out;
    this.notes = notes;
  }

  /**
   * Enrols, starts the job, feeds it, and prints who comes and goes until the input ends or a stop
   * is requested; then prints the summary.
   *
   * @throws Exception whose message tells a person in one line what went wrong
   */
  Tally.Totals run() throws Exception {
    topics.create(!plan.untilEnd());
    PhotoGallery.load(
        plan.gallery(), topics, plan.pack(), plan.models(), plan.parallelism(), notes);
    RunningJob job =
        JobOnTopics.submit(
            flink,
            topics,
            plan.pack(),
            plan.models(),
            plan.parallelism(),
            null,
            plan.jobOptions().toArray(String[]::new));
    // Or the first frames of a live camera would be old by the time they are looked at.
    job.awaitRunning();
    try (DemoResults results = DemoResults.follow(topics, plan, out)) {
      long begun = System.nanoTime();
      notes.println(watching());
      notes.flush();
      long leftOut;
      DemoInput input = DemoInput.start(plan, topics);
      try (input) {
        awaitEnd(job, results, input);
        leftOut = input.leftOut();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      // Then whoever is there still has gone, and whatever was answered is on the topics.
      try (TempFolder folder = TempFolder.create("facestream-end-")) {
        if (!job.drain(folder.path())) {
          notes.println(
              "The job did not come to its end in time: who was in view is not told to have gone, and"
                  + " the last answers may be missing.");
          notes.flush();
        }
      }
      results.drain();
      Tally.Totals totals = results.tally().totals();
      Summary.of(topics.framesPublished(), leftOut, totals, took).forEach(out::println);
      out.flush();
      // Only now: one camera's failure takes nothing from the others.
      input.requireComplete();
      return totals;
    } finally {
      job.cancel();
    }
  }

  private void awaitEnd(RunningJob job, DemoResults results, DemoInput input) throws Exception {
    do {
      job.requireHealthy();
      results.requireHealthy();
      if (input.hasEnded()
          && (plan.untilEnd() || input.hasFailed())
          && results.tally().doneFrames() >= topics.framesPublished()) {
        return;
      }
    } while (!stop.requestedWithin(GLANCE));
  }

  private String watching() {
    String cameras = plan.cameras().stream().map(Camera::id).collect(Collectors.joining(", "));
    return "Watching: " + cameras + (plan.untilEnd() ? "" : " (Ctrl-C ends)");
  }
}

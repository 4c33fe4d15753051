package io.facestream.bench.pipeline;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.client.KafkaConnection;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.PhotoGallery;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.Vision;
import io.facestream.vision.store.DownloadListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Runs both sides by turns, in one process, after a warm-up of each. */
final class PipelineBench {
  private final PipelineSetup setup;
  private final List<byte[]> pictures;
  private final Path models;
  private final Path gallery;
  private final PrintWriter notes;
  private final DownloadListener downloads;

  /**
   * A comparison.
   *
   * @param models folder to look for the models in first, or null
   * @param gallery photos of who is to be recognised; null enrols the people of the drawn scene
   */
  PipelineBench(
      PipelineSetup setup,
      List<byte[]> pictures,
      Path models,
      Path gallery,
      PrintWriter notes,
      DownloadListener downloads) {
    this.setup = setup;
    this.pictures = pictures;
    this.models = models;
    this.gallery = gallery;
    this.notes = notes;
    this.downloads = downloads;
  }

  /**
   * Measures.
   *
   * @param rounds how often each side runs; by turns, so that a noise of the machine meets both
   */
  PipelineResult run(int rounds) throws Exception {
    try (Vision vision = Vision.open(setup.pack(), models, downloads);
        EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(setup.parallelism(), 0)) {
      RunTopics topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
      topics.create(false);
      enrol(topics);
      RunningJob job = JobOnTopics.submit(flink, topics, setup.pack(), models, setup.parallelism());
      job.awaitRunning();
      try (WholePipeline pipeline = new WholePipeline(pictures, setup.cameras(), topics, job)) {
        return compare(new BareLoop(vision, pictures, setup.parallelism()), pipeline, rounds);
      } finally {
        job.cancel();
      }
    }
  }

  private PipelineResult compare(BareLoop bareLoop, WholePipeline wholePipeline, int rounds)
      throws Exception {
    Contest bare = new Contest(bareLoop::run);
    Contest pipeline = new Contest(wholePipeline::run);
    say("Warming up ...");
    bare.warmUp(setup.framesPerRound());
    // There is more code to compile on this side.
    pipeline.warmUp(3 * setup.framesPerRound());
    for (int round = 1; round <= rounds; round++) {
      say("Round " + round + " of " + rounds + " ...");
      bare.run(setup.framesPerRound());
      pipeline.run(setup.framesPerRound());
    }
    return PipelineResult.of(setup, bare, pipeline, wholePipeline.latencies().means());
  }

  private void say(String line) {
    notes.println(line);
    notes.flush();
  }

  private void enrol(RunTopics topics) throws IOException {
    try (TempFolder portraits = TempFolder.create("facestream-bench-")) {
      Path people = gallery;
      if (people == null) {
        people = portraits.path();
        BenchPictures.portraits(people);
      }
      PhotoGallery.load(people, topics, setup.pack(), models, setup.parallelism(), notes);
    }
  }
}

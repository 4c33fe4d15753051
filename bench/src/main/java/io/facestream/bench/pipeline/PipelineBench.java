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
import java.util.ArrayList;
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
   * @param tracks whether the job follows faces
   * @param rounds how often each side runs; by turns, so that a noise of the machine meets both
   */
  PipelineResult run(TracksChoice tracks, int rounds) throws Exception {
    try (Vision vision = Vision.open(setup.pack(), models, downloads);
        EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(setup.parallelism(), 0)) {
      Contest bare = new Contest(new BareLoop(vision, pictures, setup.parallelism())::run);
      say("Warming up ...");
      bare.warmUp(setup.framesPerRound());
      List<PipelineSide> sides = new ArrayList<>();
      for (String option : tracks.ofEachJob()) {
        RunTopics topics =
            new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "tracks-" + option + "-");
        topics.create(false);
        enrol(topics);
        sides.add(sideWith(option, flink, topics, bare, rounds));
      }
      return PipelineResult.of(setup, bare, sides);
    }
  }

  private PipelineSide sideWith(
      String tracks, EmbeddedFlink flink, RunTopics topics, Contest bare, int rounds)
      throws Exception {
    RunningJob job =
        JobOnTopics.submit(
            flink, topics, setup.pack(), models, setup.parallelism(), null, "--tracks", tracks);
    job.awaitRunning();
    try (WholePipeline whole = new WholePipeline(pictures, setup.cameras(), topics, job)) {
      Contest pipeline = new Contest(whole::run);
      say("Warming up with tracks " + tracks + " ...");
      // There is more code to compile on this side.
      pipeline.warmUp(3 * setup.framesPerRound());
      for (int round = 1; round <= rounds; round++) {
        say("Round " + round + " of " + rounds + " ...");
        bare.run(setup.framesPerRound());
        pipeline.run(setup.framesPerRound());
      }
      return PipelineSide.of(tracks, pipeline, whole.latencies().means());
    } finally {
      job.cancel();
    }
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

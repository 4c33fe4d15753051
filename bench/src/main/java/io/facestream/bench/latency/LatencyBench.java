package io.facestream.bench.latency;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.bench.frames.FramePublisher;
import io.facestream.bench.frames.SteadyLoad;
import io.facestream.bench.gallery.Filler;
import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.PhotoGallery;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out what the job can carry, then how long an alert takes at shares of that. */
final class LatencyBench {
  /** Enough for the compiler to have seen every path. */
  private static final int WARM_UP_FRAMES = 2000;

  private static final int CAPACITY_FRAMES = 1500;

  private final String pack;
  private final Path models;
  private final int parallelism;
  private final PrintWriter notes;
  private final String[] jobOptions;
  private final List<byte[]> pictures;

  /**
   * @param jobOptions options of the job besides topics, pack and parallelism
   */
  LatencyBench(String pack, Path models, int parallelism, PrintWriter notes, String... jobOptions)
      throws IOException, InterruptedException {
    this.pack = pack;
    this.models = models;
    this.parallelism = parallelism;
    this.notes = notes;
    this.jobOptions = jobOptions;
    this.pictures = BenchPictures.of(null);
  }

  /**
   * Measures.
   *
   * @param templates size of the gallery, besides the people of the drawn scene
   * @param loads percent of capacity
   * @param seconds how long each load lasts
   */
  List<LatencyRow> run(int templates, List<Integer> loads, int seconds) throws Exception {
    EmbedderModel model = ModelPacks.named(pack).embedder();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(parallelism, 0)) {
      RunTopics topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
      topics.create(true);
      fill(topics, model, templates);
      RunningJob job =
          JobOnTopics.submit(flink, topics, pack, models, parallelism, null, jobOptions);
      try (FramePublisher publisher = new FramePublisher(topics, 2 * parallelism);
          AlertDelays delays = new AlertDelays(topics)) {
        SteadyLoad load = new SteadyLoad(pictures, publisher, delays, job);
        say("Warming up ...");
        load.run(WARM_UP_FRAMES, SteadyLoad.AT_ONCE);
        double capacity = load.run(CAPACITY_FRAMES, SteadyLoad.AT_ONCE);
        List<LatencyRow> rows = new ArrayList<>();
        for (int percent : loads) {
          double rate = capacity * percent / 100;
          delays.forget();
          load.run((int) Math.ceil(rate * seconds), rate);
          rows.add(row(templates, model.dimension(), capacity, percent, rate, delays));
        }
        return rows;
      } finally {
        job.cancel();
      }
    }
  }

  private LatencyRow row(
      int templates, int dimension, double capacity, int percent, double rate, AlertDelays delays) {
    return new LatencyRow(
        templates,
        dimension,
        parallelism,
        capacity,
        percent,
        rate,
        delays.count(),
        delays.percentile(50),
        delays.percentile(99),
        delays.stages(50),
        delays.stages(99));
  }

  private void fill(RunTopics topics, EmbedderModel model, int templates) throws Exception {
    say("Filling the gallery ...");
    try (TempFolder portraits = TempFolder.create("facestream-bench-");
        GalleryWriter writer =
            GalleryWriter.open(new GalleryTopic(topics.connection(), topics.gallery()))) {
      BenchPictures.portraits(portraits.path());
      PhotoGallery.load(portraits.path(), topics, pack, models, parallelism, notes);
      new Filler(model.modelId(), model.dimension()).write(writer, templates);
    }
  }

  private void say(String line) {
    notes.println(line);
    notes.flush();
  }
}

package io.facestream.bench.gallery;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.store.DownloadListener;
import io.facestream.wire.Ids;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the job on a gallery of strangers, and enrols and erases one person while frames flow. */
final class GalleryBench {
  private static final Duration PICTURE_EVERY = Duration.ofMillis(50);
  private static final String PERSON = "somebody";

  private final String pack;
  private final Path models;
  private final int parallelism;
  private final PrintWriter notes;
  private final DownloadListener downloads;

  GalleryBench(
      String pack, Path models, int parallelism, PrintWriter notes, DownloadListener downloads) {
    this.pack = pack;
    this.models = models;
    this.parallelism = parallelism;
    this.notes = notes;
    this.downloads = downloads;
  }

  /**
   * Measures.
   *
   * @param templates size of the gallery
   * @param rounds how often the person is enrolled and erased
   */
  GalleryResult run(int templates, int rounds) throws Exception {
    DrawnScene scene = new DrawnScene(SceneUrl.parse("scene:?people=1&strangers=0"));
    byte[] picture = scene.portraits(scene.people().get(0)).get(0);
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(parallelism, 0);
        TempFolder savepoints = TempFolder.create("facestream-savepoint-");
        Vision vision = Vision.open(pack, models, downloads)) {
      EmbedderModel model = vision.pack().embedder();
      Filler filler = new Filler(model.modelId(), model.dimension());
      RunTopics topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
      topics.create(true);
      GalleryTopic gallery =
          new GalleryTopic(KafkaConnection.to(kafka.bootstrapServers()), topics.gallery());
      try (GalleryWriter writer = GalleryWriter.open(gallery);
          OneFaceCamera camera = new OneFaceCamera(topics, picture)) {
        say("Filling the gallery ...");
        long start = System.nanoTime();
        filler.write(writer, templates);
        final double fillSeconds = secondsSince(start);

        say("Starting the job on it ...");
        start = System.nanoTime();
        RunningJob job = start(flink, topics, null);
        camera.start(PICTURE_EVERY);
        camera.await(job, 0, Outcome.UNKNOWN);
        final double firstVerdictSeconds = secondsSince(start);

        say("Taking a savepoint and starting from it ...");
        String savepoint = job.stopWithSavepoint(savepoints.path());
        start = System.nanoTime();
        job = start(flink, topics, savepoint);
        job.awaitRunning();
        final double restoreSeconds = secondsSince(start);
        camera.await(job, System.currentTimeMillis(), Outcome.UNKNOWN);

        say("Enrolling and erasing ...");
        List<Long> enrolMillis = new ArrayList<>();
        List<Long> eraseMillis = new ArrayList<>();
        List<Double> searchMs = new ArrayList<>();
        String templateId = Ids.templateId(PERSON, "1");
        for (int round = 0; round < rounds; round++) {
          writer.put(templateId, filler.entry(PERSON, embed(vision, picture)));
          writer.flush();
          enrolMillis.add(millisUntil(camera, job, Outcome.MATCH, searchMs));
          writer.erase(templateId);
          writer.flush();
          eraseMillis.add(millisUntil(camera, job, Outcome.UNKNOWN, searchMs));
        }
        job.cancel();
        return new GalleryResult(
            templates,
            model.dimension(),
            parallelism,
            fillSeconds,
            firstVerdictSeconds,
            restoreSeconds,
            enrolMillis,
            eraseMillis,
            median(searchMs));
      }
    }
  }

  /** A job that searches the one face in every frame. */
  private RunningJob start(EmbeddedFlink flink, RunTopics topics, String savepoint)
      throws InterruptedException {
    return JobOnTopics.submit(
        flink, topics, pack, models, parallelism, savepoint, "--tracks", "off");
  }

  private static float[] embed(Vision vision, byte[] picture) throws Exception {
    try (FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      return embedder.embed(List.of(finder.find(picture).faces().get(0).crop()))[0];
    }
  }

  private static long millisUntil(
      OneFaceCamera camera, RunningJob job, Outcome outcome, List<Double> searchMs)
      throws Exception {
    long acknowledged = System.currentTimeMillis();
    Verdict verdict = camera.await(job, 0, outcome);
    searchMs.add(verdict.timings().searchMs());
    return Math.max(0, verdict.frame().capturedAt().toEpochMilli() - acknowledged);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void say(String line) {
    notes.println(line);
    notes.flush();
  }
}

package io.facestream.bench.api;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.bench.frames.FramePublisher;
import io.facestream.bench.frames.SteadyLoad;
import io.facestream.bench.gallery.Filler;
import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.DeskTopics;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.PhotoGallery;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Broker, job, console and clients in one JVM; the clients come over HTTP. */
final class ApiBench {
  /** Enough for the compiler to have seen every path. */
  private static final int WARM_UP_FRAMES = 1000;

  private static final int WARM_UP_REQUESTS = 200;
  private static final int CAPACITY_FRAMES = 1000;
  private static final int WRITTEN_LAST = 200;

  private final ApiPlan plan;
  private final PrintWriter notes;
  private final EmbedderModel model;
  private final List<byte[]> captures = BenchPictures.captures();

  ApiBench(ApiPlan plan, PrintWriter notes) {
    this.plan = plan;
    this.notes = notes;
    this.model = ModelPacks.named(plan.pack()).embedder();
  }

  ApiResult run() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(plan.parallelism(), 0)) {
      RunTopics topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
      topics.create(true);
      TopicAdmin.createMissing(
          topics.connection(), TopicAdmin.REPLICATION_OF_THE_BROKER, List.of(Topics.REVIEWS));
      fill(topics);
      RunningJob job =
          JobOnTopics.submit(
              flink,
              topics,
              plan.pack(),
              plan.models(),
              plan.parallelism(),
              null,
              // The search is what costs: every face of every frame is to be searched.
              "--tracks=off");
      try (FramePublisher publisher = new FramePublisher(topics, 2 * plan.parallelism());
          JobWatch watch = new JobWatch(topics)) {
        job.awaitRunning();
        return measure(topics, job, publisher, watch);
      } finally {
        job.cancel();
      }
    }
  }

  private void fill(RunTopics topics) throws Exception {
    say("Filling the gallery ...");
    try (TempFolder portraits = TempFolder.create("facestream-bench-");
        GalleryWriter writer =
            GalleryWriter.open(new GalleryTopic(topics.connection(), topics.gallery()))) {
      BenchPictures.portraits(portraits.path());
      PhotoGallery.load(
          portraits.path(), topics, plan.pack(), plan.models(), plan.parallelism(), notes);
      new Filler(model.modelId(), model.dimension()).write(writer, plan.templates());
    }
  }

  private ApiResult measure(
      RunTopics topics, RunningJob job, FramePublisher publisher, JobWatch watch) throws Exception {
    DeskTopics desk =
        new DeskTopics(
            topics.connection(),
            topics.all(),
            Topics.REVIEWS.name(),
            Topics.CAMERAS.name(),
            plan.pack(),
            plan.models());
    long begun = System.nanoTime();
    try (BenchConsole console = BenchConsole.start(desk)) {
      say("Waiting until the console knows everybody ...");
      console.awaitKnown(writtenLast());
      final double viewSeconds = (System.nanoTime() - begun) / 1e9;
      say("Warming up ...");
      SteadyLoad load = new SteadyLoad(BenchPictures.of(null), publisher, watch, job);
      load.run(WARM_UP_FRAMES, SteadyLoad.AT_ONCE);
      new Desks(captures, plan.seconds(), WARM_UP_REQUESTS)
          .run(plan.clients(), Desks.WITHOUT_PAUSE, console.client()::recognize);
      double capacity = load.run(CAPACITY_FRAMES, SteadyLoad.AT_ONCE);
      List<ApiRow> rows = new ArrayList<>();
      for (double rate : new double[] {0, capacity * plan.camerasLoad()}) {
        try (Cameras cameras = Cameras.start(load, rate, watch)) {
          rows.addAll(rows(console.client(), cameras, watch));
          job.requireHealthy();
          watch.requireHealthy();
        }
      }
      return new ApiResult(
          plan.templates(),
          model.dimension(),
          plan.parallelism(),
          Runtime.getRuntime().availableProcessors(),
          capacity,
          plan.camerasLoad(),
          viewSeconds,
          rows);
    }
  }

  /** Each partition's last ones are among them. */
  private List<String> writtenLast() {
    return IntStream.range(Math.max(0, plan.templates() - WRITTEN_LAST), plan.templates())
        .mapToObj(number -> "nobody-" + number)
        .toList();
  }

  private List<ApiRow> rows(DeskClient client, Cameras cameras, JobWatch watch)
      throws InterruptedException {
    List<ApiRow> rows = new ArrayList<>();
    Row row =
        (route, clients, every, ask) -> rows.add(row(route, clients, every, ask, cameras, watch));
    row.measure("recognize", 1, Desks.WITHOUT_PAUSE, client::recognize);
    row.measure("recognize", plan.clients(), plan.every(), client::recognize);
    row.measure("analyze", 1, Desks.WITHOUT_PAUSE, client::analyze);
    row.measure("analyze", plan.clients(), plan.every(), client::analyze);
    // Last, because it leaves the cameras behind.
    row.measure("recognize", plan.clients(), Desks.WITHOUT_PAUSE, client::recognize);
    return rows;
  }

  /** Measures one. */
  @FunctionalInterface
  private interface Row {
    void measure(String route, int clients, Duration every, DeskClient.Ask ask)
        throws InterruptedException;
  }

  private ApiRow row(
      String route,
      int clients,
      Duration every,
      DeskClient.Ask ask,
      Cameras cameras,
      JobWatch watch)
      throws InterruptedException {
    say(
        clients
            + (clients == 1 ? " client" : " clients")
            + (every.isZero() ? " without a pause" : " every " + every.toMillis() + " ms")
            + ", /"
            + route
            + (cameras.rate() == 0 ? "" : ", beside cameras")
            + " ...");
    cameras.awaitKeptUp();
    watch.forget();
    Desks.Asked asked =
        new Desks(captures, plan.seconds(), plan.requests()).run(clients, every, ask);
    Answers answers = asked.answers();
    if (answers.failures() > 0) {
      say("The first that failed: " + answers.firstFailure());
    }
    return new ApiRow(
        route,
        clients,
        every.toMillis() / 1000.0,
        cameras.rate(),
        cameras.behind(),
        answers.count(),
        answers.failures(),
        asked.perSecond(),
        answers.percentiles(),
        watch.stages(50),
        watch.stages(95));
  }

  private void say(String line) {
    notes.println(line);
    notes.flush();
  }
}

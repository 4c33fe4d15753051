package io.facestream.ingest.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.ingest.CameraIngest;
import io.facestream.ingest.IngestOptions;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.CamerasFile;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.metrics.MetricsEndpoint;
import io.facestream.options.BrokerOptions;
import io.facestream.options.CamerasTopicOption;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.OutputOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream ingest}: runs a list of cameras into the frames topic. */
@Command(
    name = "ingest",
    sortOptions = false,
    description = "Reads cameras, videos, folders and drawn scenes into the frames topic.",
    footerHeading = "%nSources:%n",
    footer = {
      "  rtsp://[USER:PASSWORD@]HOST/PATH   network camera",
      "  http://HOST/PATH                   MJPEG camera, or any video over HTTP",
      "  clip.mp4, file:///dir/clip.mp4     video file",
      "  DIRECTORY                          its pictures, in natural order",
      "  webcam:0                           webcam by number or device",
      "  scene:?seed=7&people=4             drawn scene",
      "",
      "Example:",
      "  facestream ingest --camera lobby=rtsp://10.0.0.5/live --camera door=door.mp4",
      "",
      "Exit code: 0 at the end of the input, 1 on a failure, 2 on wrong arguments."
    })
public final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--cameras", paramLabel = "FILE", description = "YAML list of cameras.")
  private Path camerasFile;

  @Option(
      names = "--camera",
      paramLabel = "NAME=URL",
      description = "One camera; may be repeated, and added to a list.")
  private List<String> cameras = List.of();

  @Option(
      names = "--follow-cameras",
      description =
          "Also read the cameras of the topic of cameras, as they are added, changed and taken away there, such as at the console; until Ctrl-C.")
  private boolean follow;

  @Mixin private CamerasTopicOption camerasTopic;
  @Mixin private BrokerOptions broker;
  @Mixin private FramesTopicOption frames;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "16",
      description = "Partitions of a topic it creates. Default: ${DEFAULT-VALUE}")
  private int partitions;

  @Mixin private ReplicationOption replication;

  @Option(
      names = "--pace",
      paramLabel = "own|none",
      converter = PaceConverter.class,
      description =
          "Speed of files, folders and scenes: their own, or as fast as Kafka takes them. Over the list's.")
  private Pace pace;

  @Option(
      names = "--metrics-interval",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Time between two lines per camera; 0 for none. Default: ${DEFAULT-VALUE}")
  private long metricsSeconds;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Serve the counts at http://HOST:PORT/metrics for Prometheus, to everybody.")
  private Integer metricsPort;

  @Option(
      names = "--until-end",
      description =
          "End with the last source that has an end, even if network cameras go on. Without it, only when all have ended.")
  private boolean untilEnd;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  private volatile boolean started;

  @Override
  public Integer call() throws InterruptedException {
    try (CameraIngest ingest = new CameraIngest(chosenCameras(), options());
        MetricsEndpoint metrics = metricsOf(ingest)) {
      // Ctrl-C: stop reading, let Kafka have what is under way, and say what was done.
      Thread stop = new Thread(() -> finish(ingest), "stop-ingest");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        ingest.start();
        started = true;
        if (untilEnd) {
          ingest.awaitEnd();
        } else {
          ingest.awaitAll();
        }
      } finally {
        if (forget(stop)) {
          finish(ingest);
        }
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private MetricsEndpoint metricsOf(CameraIngest ingest) {
    return metricsPort == null
        ? null
        : MetricsEndpoint.open(metricsPort, ingest::counters, ingest::refusedRecords);
  }

  private List<Camera> chosenCameras() {
    List<Camera> all = new ArrayList<>();
    if (camerasFile != null) {
      all.addAll(CamerasFile.read(camerasFile));
    }
    for (String text : cameras) {
      all.add(camera(text, "--camera number " + (cameras.indexOf(text) + 1)));
    }
    if (all.isEmpty() && !follow) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no camera. Name some with --cameras FILE or --camera NAME=URL, or read those of a topic with --follow-cameras.");
    }
    return pace == null ? all : all.stream().map(camera -> camera.withPace(pace)).toList();
  }

  private Camera camera(String text, String place) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(spec.commandLine(), place + ": write it as NAME=URL.");
    }
    try {
      return Camera.of(text.substring(0, equals), text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), place + ": " + e.getMessage() + ".", e);
    }
  }

  private IngestOptions options() {
    require(partitions >= 1, "--partitions must be at least 1");
    require(metricsSeconds >= 0, "--metrics-interval must not be negative");
    PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
    return new IngestOptions(
        KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig()),
        Topics.FRAMES.named(frames.topic()).withPartitions(partitions),
        replication.replication(),
        Duration.ofSeconds(metricsSeconds),
        notes::println,
        follow ? Topics.CAMERAS.named(camerasTopic.topic()) : null);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private void finish(CameraIngest ingest) {
    ingest.close();
    if (!started) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    for (String id : ingest.cameraIds()) {
      out.printf(Locale.ROOT, "%-16s %s%n", id, ingest.counters(id).describe());
    }
    out.flush();
  }

  /** Takes the hook back; false when it is already running. */
  private static boolean forget(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}

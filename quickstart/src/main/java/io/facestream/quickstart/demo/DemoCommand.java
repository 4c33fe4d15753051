package io.facestream.quickstart.demo;

import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.ingest.camera.Camera;
import io.facestream.job.options.RecognitionOptions;
import io.facestream.models.DownloadBars;
import io.facestream.options.OutputOptions;
import io.facestream.quickstart.QuickstartException;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream demo}. */
@Command(
    name = "demo",
    description = {
      "Recognises faces, with broker and Flink cluster in this one process: prints a line when"
          + " somebody comes and when they have gone, and a summary at the end.",
      "Without a video or camera it draws a scene of people walking by, and enrols some of them.",
      "The models it takes without --pack are for drawn people; take --pack standard for real ones."
    },
    defaultValueProvider = DemoCommand.Defaults.class,
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  /** The demo's own default where it differs from the job's: nothing to download. */
  static final class Defaults implements IDefaultValueProvider {
    @Override
    public String defaultValue(ArgSpec argument) {
      return argument instanceof OptionSpec option && option.longestName().equals("--pack")
          ? "builtin"
          : null;
    }
  }

  private static final int MOST_SUBTASKS_BY_DEFAULT = 4;

  /** Exchanges take memory with the square of the subtasks; 4 GB do not hold more. */
  private static final int MOST_SUBTASKS = 16;

  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--video",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Video files; each is a camera.")
  private List<Path> videos = new ArrayList<>();

  @Option(
      names = "--camera",
      paramLabel = "NAME=URL",
      description =
          "A camera: rtsp://, http(s):// (MJPEG), webcam:N, scene:?..., a video file or a folder of"
              + " pictures. May be repeated.")
  private Map<String, String> cameras = new LinkedHashMap<>();

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "Photos of those to be recognised: DIR/<person>/<photo>.")
  private Path gallery;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      description = "Subtasks of each step. Default: one a core, at most 4.")
  private Integer parallelism;

  @Option(
      names = "--until-end",
      description =
          "Read the input once, as fast as possible, and end with it; a drawn scene ends after"
              + " 30 s. Otherwise the input is played at its own speed, again and again.")
  private boolean untilEnd;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description = "Write the alerts to FILE, one JSON record a line.")
  private Path alerts;

  @Option(
      names = "--sightings",
      paramLabel = "FILE",
      description =
          "Write the steps of visits (somebody has come, is there, has gone) to FILE, one JSON record"
              + " a line.")
  private Path sightings;

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description = "Write the verdicts to FILE, one JSON record a line, in order of arrival.")
  private Path verdicts;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description =
          "Write what the job refused to FILE, one JSON object a line: reason, place and key, and"
              + " the bytes in base64.")
  private Path deadLetters;

  @Option(
      names = "--annotate",
      paramLabel = "DIR",
      description = "Write every frame with boxes and names drawn in: DIR/<camera>/<number>.jpg.")
  private Path annotate;

  @Option(
      names = "--portraits",
      paramLabel = "DIR",
      description =
          "Only write the portraits of the drawn people to DIR/<person>/<photo>, to enrol them"
              + " elsewhere.")
  private Path portraits;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the broker on loopback. Default: any free one.")
  private int kafkaPort;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "" + EmbeddedFlink.DEFAULT_WEB_PORT,
      description = "Port of Flink's web UI. Default: ${DEFAULT-VALUE}, or another when taken.")
  private int webPort;

  @Option(
      names = "--console-port",
      paramLabel = "PORT",
      description =
          "Port of the console. Default: "
              + DemoConsole.USUAL_PORT
              + ", or another when taken; with --until-end there is a console only when this is given.")
  private Integer consolePort;

  @Option(names = "--no-console", description = "Without the console.")
  private boolean noConsole;

  @Mixin private RecognitionOptions recognition;

  @Override
  public Integer call() throws Exception {
    requireArguments();
    if (portraits != null) {
      writePortraits();
      return 0;
    }
    warnAboutToyPack();
    // Outermost, so that the process stays until everything is closed and deleted.
    try (StopSignal stop = StopSignal.install()) {
      try {
        run(stop);
      } catch (Exception e) {
        // While the process ends, things fail that would not otherwise.
        if (!stop.isRequested()) {
          throw e;
        }
      }
      return 0;
    }
  }

  private void writePortraits() {
    try (DemoScene scene = new DemoScene(true)) {
      int photos = scene.writePortraits(portraits);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%d portraits are in %s; 'facestream gallery load DIR --pack builtin' enrols them%n",
          photos,
          Printable.of(portraits.toString()));
      out.flush();
    }
  }

  private void run(StopSignal stop) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    Demo demo = new Demo(out, notes, DownloadBars.of(spec), kafkaPort, webPort, console());
    if (videos.isEmpty() && cameras.isEmpty()) {
      try (DemoScene scene = new DemoScene(untilEnd)) {
        demo.run(plan(scene.cameras(), gallery == null ? scene.gallery() : gallery), stop);
      }
    } else {
      demo.run(plan(CameraList.of(cameras, videos, untilEnd), requiredGallery()), stop);
    }
  }

  private OptionalInt console() {
    if (noConsole || untilEnd && consolePort == null) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(consolePort == null ? DemoConsole.USUAL_PORT : consolePort);
  }

  private DemoPlan plan(List<Camera> from, Path people) {
    return new DemoPlan(
        from,
        people,
        recognition.pack(),
        models(),
        jobOptions(),
        subtasks(),
        untilEnd,
        new DemoOutputs(alerts, sightings, verdicts, deadLetters, annotate));
  }

  private Path requiredGallery() {
    if (gallery == null) {
      throw new QuickstartException(
          "Whom to recognise? Name a folder of photos, DIR/<person>/<photo>, with --gallery DIR");
    }
    return gallery;
  }

  private int subtasks() {
    return parallelism == null
        ? Math.min(MOST_SUBTASKS_BY_DEFAULT, Runtime.getRuntime().availableProcessors())
        : parallelism;
  }

  private Path models() {
    return recognition.models() == null ? null : Path.of(recognition.models());
  }

  /** Those of the options given that are the job's alone. */
  List<String> jobOptions() {
    return RecognitionOptions.given(spec.commandLine().getParseResult()).stream()
        .filter(option -> !option.startsWith("--pack=") && !option.startsWith("--models="))
        .toList();
  }

  /** Whoever brings real faces and names no pack would get poor answers and not know why. */
  private void warnAboutToyPack() {
    boolean drawn =
        gallery == null
            && videos.isEmpty()
            && cameras.values().stream().allMatch(url -> url.startsWith("scene:"));
    if (!spec.commandLine().getParseResult().hasMatchedOption("--pack") && !drawn) {
      PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
      notes.println(
          "WARN No --pack is given, so 'builtin' is used, which is for trying with drawn people"
              + " only; use --pack standard for real ones");
      notes.flush();
    }
  }

  private void requireArguments() {
    requireBetween("--kafka-port", kafkaPort, 0, MOST_PORT);
    requireBetween("--web-port", webPort, 0, MOST_PORT);
    requireBetween("--console-port", consolePort == null ? 0 : consolePort, 0, MOST_PORT);
    requireBetween("--parallelism", subtasks(), 1, MOST_SUBTASKS);
    if (portraits != null && !(gallery == null && videos.isEmpty() && cameras.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "--portraits draws people and plays nothing; leave out --gallery, --video and --camera");
    }
    recognition.validate(spec.commandLine());
  }

  private void requireBetween(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(Locale.ROOT, "%s must be %d to %d, not %d", option, least, most, value));
    }
  }
}

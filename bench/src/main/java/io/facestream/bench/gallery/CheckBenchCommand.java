package io.facestream.bench.gallery;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.ModelOptions;
import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.options.OutputOptions;
import io.facestream.vision.packs.EmbedderModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream bench check}. */
@Command(
    name = "check",
    description =
        "Fills a gallery with random people and runs 'facestream gallery check --json' on it, as a"
            + " process with the memory that the command always has; prints how long that takes.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CheckBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "25000",
      description = "People in the gallery. Default: ${DEFAULT-VALUE}.")
  private int people;

  @Option(
      names = "--photos",
      paramLabel = "N",
      defaultValue = "4",
      description = "Photos of each. Default: ${DEFAULT-VALUE}.")
  private int photos;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often to check. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private ModelOptions models;

  @Override
  public Integer call() throws Exception {
    Check.atLeastOne(spec.commandLine(), "--people", people);
    Check.atLeastOne(spec.commandLine(), "--photos", photos);
    Check.atLeastOne(spec.commandLine(), "--rounds", rounds);
    PrintWriter out = spec.commandLine().getOut();
    EmbedderModel model = models.pack().embedder();
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      GalleryTopic topic =
          new GalleryTopic(KafkaConnection.to(kafka.bootstrapServers()), "gallery");
      topic.createIfMissing();
      OutputOptions.notes(spec, out).println("Filling the gallery ...");
      out.flush();
      try (GalleryWriter writer = GalleryWriter.open(topic)) {
        new Filler(model.modelId(), model.dimension()).write(writer, people, photos);
      }
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        int exitCode = check(topic);
        out.printf(
            Locale.ROOT,
            "%,d templates of %d components checked in %.1f s, exit code %d (%d processors)%n",
            people * photos,
            model.dimension(),
            (System.nanoTime() - start) / 1e9,
            exitCode,
            Runtime.getRuntime().availableProcessors());
        out.flush();
      }
    }
    return 0;
  }

  /** From the start of the JVM to its end. */
  private int check(GalleryTopic topic) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(System.getProperty("sun.java.command").split(" ")[0]);
    command.addAll(List.of("gallery", "check", "--json", "--pack", models.name()));
    command.addAll(List.of("--bootstrap-servers", topic.bootstrapServers()));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start()
        .waitFor();
  }
}

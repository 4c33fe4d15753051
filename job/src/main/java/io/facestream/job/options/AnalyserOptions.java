package io.facestream.job.options;

import io.facestream.job.analysers.AnalyserSet;
import io.facestream.vision.packs.AnalyserFile;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which analysers the job runs; whom they look at is laid down by policies and requests. */
final class AnalyserOptions {
  private static final Pattern NAME = Pattern.compile("([^:]+)(?::([1-9][0-9]{0,3}))?");

  @Option(
      names = "--analysers",
      paramLabel = "NAME[:SUBTASKS]",
      split = ",",
      description =
          "Analysers that the job runs, such as age-gender,emotion:2; policies and requests say"
              + " whose faces they look at. Default: none.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--analyser-file",
      paramLabel = "FILE",
      split = ",",
      description =
          "JSON that declares a further analyser, which --analysers then may name; may be"
              + " repeated.")
  List<Path> files = new ArrayList<>();

  /** Subtasks by analyser, in the order in which they were named. */
  private final Map<AnalyserModel, Integer> chosen = new LinkedHashMap<>();

  void validate(CommandLine command, ModelPack pack, int maxParallelism) {
    chosen.clear();
    ModelPack all = null;
    try {
      all = pack.declaring(files.stream().map(AnalyserFile::read).toList());
    } catch (VisionException e) {
      Check.that(command, false, "--analyser-file: " + e.getMessage());
    }
    for (String name : names) {
      Matcher parts = NAME.matcher(name.strip());
      Check.that(
          command,
          parts.matches(),
          "--analysers: '" + name + "' is no NAME or NAME:SUBTASKS, such as emotion:2");
      int subtasks = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
      Check.between(command, "--analysers: subtasks", subtasks, 1, maxParallelism);
      try {
        AnalyserModel model = all.analyser(parts.group(1));
        Check.that(
            command,
            chosen.put(model, subtasks) == null,
            "--analysers: '" + model.name() + "' is there twice; leave one out");
      } catch (VisionException e) {
        Check.that(command, false, "--analysers: " + e.getMessage());
      }
    }
  }

  AnalyserSet analysers() {
    return chosen.isEmpty() ? AnalyserSet.NONE : new AnalyserSet(List.copyOf(chosen.keySet()));
  }

  int subtasks(AnalyserModel analyser) {
    return chosen.get(analyser);
  }
}

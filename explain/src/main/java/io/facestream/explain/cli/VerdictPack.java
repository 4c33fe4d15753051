package io.facestream.explain.cli;

import io.facestream.explain.ExplainException;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.options.RecognitionOptions;
import io.facestream.options.BadOptionsException;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Models;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The models that a verdict names.
 *
 * @param pack the pack
 * @param vision how they look at a picture
 */
record VerdictPack(ModelPack pack, VisionSettings vision) {
  private static final int NAME_CHARS = 60;

  /**
   * Those of a verdict, whichever pack is usual.
   *
   * @throws BadOptionsException when another pack was asked for
   * @throws ExplainException when this version has other models under that name
   */
  static VerdictPack of(Verdict verdict, RecognitionOptions recognition, CommandSpec command) {
    Models models = verdict.models();
    if (command.commandLine().getParseResult().hasMatchedOption("--pack")
        && !recognition.pack().equals(models.pack())) {
      throw new BadOptionsException(
          "The verdict was given by pack '"
              + Printable.of(models.pack(), NAME_CHARS)
              + "'; leave --pack out, or name that one");
    }
    ModelPack pack = ModelPacks.named(models.pack());
    if (!pack.embedder().modelId().equals(models.embedder())
        || models.detector() != null
            && !Objects.equals(pack.detector().modelId(), models.detector())) {
      throw new ExplainException(
          String.format(
              Locale.ROOT,
              "The verdict was given by %s and %s, and pack '%s' of this version has %s and %s; take"
                  + " the version that the job ran",
              Printable.of(models.detector(), NAME_CHARS),
              Printable.of(models.embedder(), NAME_CHARS),
              pack.name(),
              pack.detector().modelId(),
              pack.embedder().modelId()));
    }
    VisionSettings asked = recognition.vision();
    return new VerdictPack(
        pack,
        new VisionSettings(
            pack.name(),
            asked.modelsDir(),
            asked.detectorLongSide(),
            asked.minScore(),
            asked.minFaceWidth(),
            asked.maxPixels(),
            asked.uprightScore()));
  }
}

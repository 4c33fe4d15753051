package io.facestream.job.options;

import io.facestream.job.frames.VisionSettings;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.UnknownPackException;
import io.facestream.vision.picture.DecodeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How frames are looked at. */
final class VisionOptions {
  @Option(
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "Model pack. Default: ${DEFAULT-VALUE}.")
  String pack;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of model files. Default: the cache folder, then download.")
  String models;

  @Option(
      names = "--detector-long-side",
      paramLabel = "PIXELS",
      description =
          "Frames are reduced to this before detection; 0 keeps their size. Default: the pack's.")
  Integer detectorLongSide;

  @Option(
      names = "--min-face-score",
      paramLabel = "0…1",
      description = "Detections below this score are ignored. Default: the pack's.")
  Double minFaceScore;

  @Option(
      names = "--min-face-width",
      paramLabel = "PIXELS",
      description = "Narrower faces are reported and not searched. Default: the pack's.")
  Integer minFaceWidth;

  @Option(
      names = "--max-picture-pixels",
      paramLabel = "PIXELS",
      defaultValue = "" + DecodeOptions.DEFAULT_MAX_PIXELS,
      description = "Larger pictures go to the dead letters unread. Default: ${DEFAULT-VALUE}.")
  int maxPicturePixels;

  @Option(
      names = "--upright-score",
      paramLabel = "0…1",
      description =
          "Faces below this score are looked at in three quarter turns too and rejected when they"
              + " stand on their side or head; 0 looks at none. Default: the pack's.")
  Double uprightScore;

  @Option(
      names = "--tracks",
      paramLabel = "on|off",
      defaultValue = "on",
      converter = OnOff.Converter.class,
      description =
          "Whether faces are followed from frame to frame, and only some views of each are searched;"
              + " off searches every face of every frame. Default: ${DEFAULT-VALUE}.")
  OnOff tracks;

  void validate(CommandLine command) {
    try {
      ModelPacks.named(pack);
    } catch (UnknownPackException e) {
      Check.that(command, false, "--pack: " + e.getMessage());
    }
    Check.between(command, "--detector-long-side", detectorLongSide, 0, 8192);
    Check.between(command, "--min-face-score", minFaceScore, 0, 1);
    Check.between(command, "--min-face-width", minFaceWidth, 1, 8192);
    Check.between(command, "--upright-score", uprightScore, 0, 1);
    Check.between(command, "--max-picture-pixels", maxPicturePixels, 1, Integer.MAX_VALUE);
  }

  VisionSettings settings() {
    return new VisionSettings(
        pack, models, detectorLongSide, minFaceScore, minFaceWidth, maxPicturePixels, uprightScore);
  }
}

package io.facestream.bench.options;

import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which models, and where they lie. */
public final class ModelOptions {
  @Option(
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "standard",
      description =
          "Model pack; 'accurate' has embeddings of 512 components. Default: ${DEFAULT-VALUE}.")
  private String pack;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of model files. Default: the cache folder, then download.")
  private Path models;

  /** The pack's name. */
  public String name() {
    return pack;
  }

  /** What is in the pack. */
  public ModelPack pack() {
    return ModelPacks.named(pack);
  }

  /** Where to look for model files first, or null. */
  public Path folder() {
    return models;
  }
}

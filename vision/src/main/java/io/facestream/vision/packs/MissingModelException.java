package io.facestream.vision.packs;

import io.facestream.wire.Remedy;
import java.util.List;

/** A model file is in none of the folders and cannot be downloaded. */
public final class MissingModelException extends VisionException {
  private static final long serialVersionUID = 1L;

  public MissingModelException(String message) {
    super(message);
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(Remedy.MODELS_FOLDER);
  }
}

package io.facestream.gallery.importing;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A matrix is not of the dimension that the model makes, so that another model made it. */
public final class OtherDimensionException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /**
   * @param found numbers in a row of the matrix
   * @param expected numbers in an embedding of the model
   */
  OtherDimensionException(Path matrix, int found, String modelId, int expected) {
    super(
        String.format(
            Locale.ROOT,
            "%s has rows of %d numbers, the model %s makes %d; import embeddings of that model",
            matrix,
            found,
            modelId,
            expected));
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(Remedy.MODEL_ID);
  }
}

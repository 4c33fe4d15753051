package io.facestream.gallery.importing;

import com.google.protobuf.Timestamp;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.gallery.importing.ImportReport.Refusal;
import io.facestream.gallery.npy.NpyMatrix;
import io.facestream.gallery.people.BadPeopleException;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.GalleryText;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Imports embeddings that were made elsewhere: a {@code .npy} matrix of shape (n, d) and a CSV
 * table whose row i says whose embedding row i is.
 *
 * <p>Both are read as streams; of a million rows only the ids are held, to find repeats. Importing
 * again writes the same templates again.
 */
public final class EmbeddingImporter {
  private final ImportOptions options;
  private final Timestamp now =
      Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();
  private final List<Refusal> refusals = new ArrayList<>();
  private long written;
  private long normalised;
  private long refused;

  private EmbeddingImporter(ImportOptions options) {
    this.options = options;
  }

  /**
   * Imports; returns when every template is stored. Rows that are no vectors are refused in the
   * report; anything wrong with the files as a whole is found before the first row is written.
   *
   * @param progress hears the number of rows done with, now and then
   * @throws io.facestream.gallery.npy.BadNpyException when the matrix cannot be used
   * @throws OtherDimensionException when it is of another dimension than the model's
   * @throws io.facestream.photos.tables.BadTableException when the table is none
   * @throws BadPeopleException when the table cannot be used or does not fit the matrix
   */
  public static ImportReport run(
      Path matrixFile, Path tableFile, ImportOptions options, LongConsumer progress) {
    try (NpyMatrix matrix = NpyMatrix.open(matrixFile)) {
      if (options.dimension() != 0 && options.dimension() != matrix.dimension()) {
        throw new OtherDimensionException(
            matrixFile, matrix.dimension(), options.modelId(), options.dimension());
      }
      requireWithinBounds(matrixFile, matrix.dimension(), options.modelId());
      ImportTable.check(tableFile, options.people(), matrix.rows());
      options.topic().createIfMissing();
      EmbeddingImporter importer = new EmbeddingImporter(options);
      try (ImportTable table = ImportTable.open(tableFile, options.people());
          GalleryWriter writer = GalleryWriter.open(options.topic())) {
        importer.write(matrix, table, writer, progress);
      }
      return importer.report(matrix.rows());
    }
  }

  private static void requireWithinBounds(Path file, int dimension, String modelId) {
    String complaint = GalleryText.MODEL_ID.complaint(modelId);
    if (complaint != null) {
      throw new IllegalArgumentException(complaint);
    }
    if (dimension > GalleryBounds.MAX_DIMENSION) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has rows of %d numbers, a template has at most %d",
              file,
              dimension,
              GalleryBounds.MAX_DIMENSION));
    }
  }

  private void write(
      NpyMatrix matrix, ImportTable table, GalleryWriter writer, LongConsumer progress) {
    float[] vector = new float[matrix.dimension()];
    for (long row = 1; matrix.next(vector); row++) {
      ImportTable.Row about = table.next();
      String reason = toUnit(vector);
      if (reason == null) {
        writer.put(about.templateId(), toEntry(about, vector));
        written++;
      } else {
        refuse(row, about.templateId(), reason);
      }
      if (row % 1000 == 0 || row == matrix.rows()) {
        progress.accept(row);
      }
    }
  }

  /** Normalises a row in place; says why it cannot be used, or null. */
  private String toUnit(float[] vector) {
    UnitVectors.Kind kind = UnitVectors.normalise(vector);
    return switch (kind) {
      case UNIT -> null;
      case NOT_FINITE -> "it holds NaN or an infinite number";
      case ZERO -> "it is all zeros";
      case OTHER_LENGTH -> {
        if (!options.onlyUnit()) {
          normalised++;
          yield null;
        }
        yield "its length is not 1";
      }
    };
  }

  private GalleryEntry toEntry(ImportTable.Row about, float[] vector) {
    GalleryEntry.Builder entry =
        about
            .person()
            .toEntry()
            .setModelId(options.modelId())
            .setEnrolledAt(now)
            .setQuality(about.quality());
    for (float value : vector) {
      entry.addEmbedding(value);
    }
    return entry.build();
  }

  private void refuse(long row, String templateId, String reason) {
    refused++;
    if (refusals.size() < ImportReport.MAX_REFUSALS) {
      refusals.add(new Refusal(row, templateId, reason));
    }
  }

  private ImportReport report(long rows) {
    return new ImportReport(
        options.modelId(), rows, written, normalised, refused, List.copyOf(refusals));
  }
}

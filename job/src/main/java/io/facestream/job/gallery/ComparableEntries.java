package io.facestream.job.gallery;

import io.facestream.job.negatives.NegativeExample;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Which entries of the gallery a job compares, and what it takes of them.
 *
 * @param modelId the embedder whose embeddings are compared
 * @param dimension length of its embeddings
 */
public record ComparableEntries(String modelId, int dimension) implements Serializable {

  /**
   * Refuses an entry of another embedder.
   *
   * @throws UnusableRecordException with the reason
   */
  public void require(GalleryEntry entry) throws UnusableRecordException {
    if (!entry.getModelId().equals(modelId)) {
      throw new UnusableRecordException(
          String.format(
              Locale.ROOT,
              "The embedding is of model '%s', this job compares '%s'; enrol the photo again with this model.",
              entry.getModelId(),
              modelId),
          null);
    }
    if (entry.getEmbeddingCount() != dimension) {
      throw new UnusableRecordException(
          String.format(
              Locale.ROOT,
              "The embedding has %d numbers, model '%s' has %d.",
              entry.getEmbeddingCount(),
              modelId,
              dimension),
          null);
    }
  }

  /** What answers say of an entry's person, and when. */
  public static Template template(GalleryEntry entry) {
    Validity validity = Validity.of(entry);
    return Template.of(
            entry.getPersonId(),
            entry.getName().isBlank() ? entry.getPersonId() : entry.getName(),
            watchlists(entry),
            entry.hasThreshold() ? entry.getThreshold() : null)
        .valid(millis(validity.from()), millis(validity.until()));
  }

  /** What is taken of an entry that is a negative example. */
  public static NegativeExample example(String templateId, GalleryEntry entry) {
    return new NegativeExample(
        templateId, entry.getNotPersonId(), embedding(entry), entry.getValidUntil());
  }

  private static Long millis(Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** Those that have a name, each once. */
  private static List<String> watchlists(GalleryEntry entry) {
    return entry.getWatchlistsList().stream().filter(list -> !list.isBlank()).distinct().toList();
  }

  /** The vector of an entry, {@code float[dimension]}. */
  public static float[] embedding(GalleryEntry entry) {
    float[] embedding = new float[entry.getEmbeddingCount()];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = entry.getEmbedding(i);
    }
    return embedding;
  }
}

package io.facestream.console.people;

import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;

/**
 * Who looks alike, by a scan of all templates that the caller may see: exact, and without anything
 * kept in memory, at the price of reading them. One at a time, since a scan keeps the database
 * busy.
 */
public final class SimilarPeople {
  private static final int PIECE = 2_000;

  private final Jdbi jdbi;
  private final FaceTemplates templates;
  private final Semaphore free = new Semaphore(1);

  /**
   * @param templates null for none: faces of pictures cannot be compared then
   */
  public SimilarPeople(Jdbi jdbi, FaceTemplates templates) {
    this.jdbi = jdbi;
    this.templates = templates;
  }

  /**
   * A face to compare with.
   *
   * @param personId whose it is, who is not compared with himself; null for nobody's
   */
  public record Probe(String personId, String modelId, float[] embedding) {
    static Probe of(String personId, GalleryEntry template) {
      float[] embedding = new float[template.getEmbeddingCount()];
      for (int i = 0; i < embedding.length; i++) {
        embedding[i] = template.getEmbedding(i);
      }
      return new Probe(personId, template.getModelId(), embedding);
    }

    /** The cosine; both are unit vectors. */
    private double similarity(GalleryEntry template) {
      double sum = 0;
      for (int i = 0; i < embedding.length; i++) {
        sum += embedding[i] * template.getEmbedding(i);
      }
      return Math.max(-1, Math.min(1, sum));
    }

    /** Whether the same model was at both. */
    public boolean compares(Probe other) {
      return other.modelId().equals(modelId) && other.embedding().length == embedding.length;
    }

    /** The cosine of two that compare. */
    public double similarity(Probe other) {
      double sum = 0;
      for (int i = 0; i < embedding.length; i++) {
        sum += embedding[i] * other.embedding()[i];
      }
      return Math.max(-1, Math.min(1, sum));
    }

    private boolean compares(GalleryEntry template) {
      return template.getModelId().equals(modelId)
          && template.getEmbeddingCount() == embedding.length;
    }

    private boolean isOf(GalleryEntry template) {
      return template.getPersonId().equals(personId);
    }
  }

  /**
   * Somebody by his most similar photo.
   *
   * @param similarity cosine
   */
  public record Similar(Person person, double similarity) {}

  /**
   * Who looks alike.
   *
   * @param people the nearest first
   * @param notCompared photos of others that another model was at
   */
  public record Found(List<Similar> people, int notCompared) {
    static final Found NOBODY = new Found(List.of(), 0);
  }

  /** A photo of somebody whom the caller may know. */
  public Optional<Probe> ofPhoto(String personId, String photo, Scope scope) {
    return jdbi.withHandle(handle -> TemplateTable.ofPerson(handle, personId, scope)).stream()
        .filter(template -> template.photo().equals(photo))
        .findFirst()
        .map(template -> Probe.of(personId, template.entry()));
  }

  /**
   * A face of a picture.
   *
   * @throws PeopleException when it is not good enough
   */
  public Probe of(FacePhoto photo) {
    if (templates == null) {
      throw new PeopleException(Reason.BROKER_AWAY, "This console has no broker");
    }
    return Probe.of(null, templates.of(photo).build());
  }

  /**
   * The most similar people, the nearest first; of several alike the lesser id.
   *
   * @param watchlist only those on it; null for all that the caller may see
   * @return empty when another scan is under way
   */
  public Optional<Found> nearest(Probe probe, Scope scope, String watchlist, int most) {
    if (watchlist != null && !scope.has(watchlist)) {
      return Optional.of(Found.NOBODY);
    }
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Map<String, Double> best = new HashMap<>();
      int notCompared = scan(probe, scope, watchlist, best);
      List<Similar> nearest =
          best.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(most)
              .flatMap(one -> found(one.getKey(), one.getValue(), scope).stream())
              .toList();
      return Optional.of(new Found(nearest, notCompared));
    } finally {
      free.release();
    }
  }

  /** The best of each person; how many photos could not be compared. */
  private int scan(Probe probe, Scope scope, String watchlist, Map<String, Double> best) {
    int notCompared = 0;
    String after = "";
    List<Template> piece;
    do {
      String from = after;
      piece = jdbi.withHandle(handle -> TemplateTable.piece(handle, scope, watchlist, from, PIECE));
      for (Template template : piece) {
        after = template.templateId();
        if (probe.isOf(template.entry())) {
          continue;
        }
        if (probe.compares(template.entry())) {
          best.merge(template.entry().getPersonId(), probe.similarity(template.entry()), Math::max);
        } else {
          notCompared++;
        }
      }
    } while (piece.size() == PIECE);
    return notCompared;
  }

  private Optional<Similar> found(String personId, double similarity, Scope scope) {
    List<Template> found =
        jdbi.withHandle(handle -> TemplateTable.ofPerson(handle, personId, scope));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Similar(Person.of(found, scope), similarity));
  }
}

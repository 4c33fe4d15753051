package io.facestream.job.negatives;

import io.facestream.decision.NearerExample;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * All negative examples there are. They are few, one for a mistake that somebody has looked at, so
 * whoever judges faces knows them all, and compares a face with those of the one person whom it
 * would be. They are apart from the gallery that is searched: they take nobody's place there, are
 * nobody's neighbour, and do not count in its size.
 */
public final class KnownExamples {
  private final Map<String, NegativeExample> byId = new HashMap<>();
  private final Map<String, Map<String, NegativeExample>> byPerson = new HashMap<>();

  /** None at first. */
  public KnownExamples() {}

  /** These at first. */
  public KnownExamples(Collection<NegativeExample> examples) {
    examples.forEach(example -> take(ExampleChange.of(example)));
  }

  /** Takes a change; it holds from now on. */
  public void take(ExampleChange change) {
    NegativeExample before = byId.remove(change.templateId());
    if (before != null) {
      byPerson.computeIfPresent(
          before.notPersonId(),
          (person, examples) -> {
            examples.remove(before.templateId());
            return examples.isEmpty() ? null : examples;
          });
    }
    if (change.example() != null) {
      byId.put(change.templateId(), change.example());
      byPerson
          .computeIfAbsent(change.example().notPersonId(), person -> new HashMap<>())
          .put(change.templateId(), change.example());
    }
  }

  /**
   * The example of a person to which a face is nearest, where it is nearer than to all photos of
   * that person; of equal ones that of the smaller id. Null when there is none.
   *
   * @param similarity of the face to the nearest photo of the person; cosine, −1…1
   * @param probe the face, a unit vector
   * @param capturedAt when it was seen, milliseconds since the epoch
   */
  public NearerExample nearer(String personId, double similarity, float[] probe, long capturedAt) {
    NegativeExample nearest = null;
    double most = similarity;
    for (NegativeExample example : byPerson.getOrDefault(personId, Map.of()).values()) {
      double reached = capturedAt < example.validUntil() ? example.similarityTo(probe) : -1;
      if (reached > most
          || nearest != null
              && reached == most
              && example.templateId().compareTo(nearest.templateId()) < 0) {
        nearest = example;
        most = reached;
      }
    }
    return nearest == null
        ? null
        : new NearerExample(nearest.templateId(), most, Instant.ofEpochMilli(nearest.validUntil()));
  }
}

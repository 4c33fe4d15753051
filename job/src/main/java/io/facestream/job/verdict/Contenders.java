package io.facestream.job.verdict;

import io.facestream.decision.Contender;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.TemplateHit;
import java.util.ArrayList;
import java.util.List;

/** Whom a face may be, as the decision rule sees them. */
public final class Contenders {
  private final KnownExamples examples;

  /**
   * Beside these examples of who they are not.
   *
   * @param examples may change; what they are then holds
   */
  public Contenders(KnownExamples examples) {
    this.examples = examples;
  }

  /**
   * The persons of a search, and what speaks against the first of them: nobody else is ever named.
   *
   * @param persons the best template of each, best first
   * @param embedding of the face that was searched
   * @param capturedAt of the frame that is judged, milliseconds since the epoch
   */
  public List<Contender> of(List<TemplateHit> persons, float[] embedding, long capturedAt) {
    List<Contender> contenders = new ArrayList<>(persons.size());
    for (TemplateHit person : persons) {
      Contender contender = Judge.contender(person);
      contenders.add(
          contenders.isEmpty()
              ? contender.with(
                  examples.nearer(
                      contender.personId(), contender.similarity(), embedding, capturedAt))
              : contender);
    }
    return contenders;
  }
}

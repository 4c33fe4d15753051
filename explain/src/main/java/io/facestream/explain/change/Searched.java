package io.facestream.explain.change;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A face that was searched.
 *
 * @param bestFirst the best persons, each once
 * @param photos the template of each that was the most similar
 * @param cameraId where it was seen
 * @param templates of the gallery that was searched
 */
public record Searched(
    List<Contender> bestFirst, List<String> photos, String cameraId, long templates) {

  /** What a rule says of it. */
  public Decision by(DecisionRule rule) {
    return rule.decide(bestFirst, cameraId, templates);
  }

  Contender best() {
    return bestFirst.get(0);
  }

  /** The same face, and nothing speaks against the best person. */
  Searched withoutExample() {
    List<Contender> others = new ArrayList<>(bestFirst);
    others.set(0, best().with(null));
    return new Searched(others, photos, cameraId, templates);
  }

  /** The same face in a gallery of another size. */
  Searched among(long others) {
    return new Searched(bestFirst, photos, cameraId, others);
  }
}

package io.facestream.job.back;

import io.facestream.decision.SearchScope;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.job.vectors.Cosine;

/** The gallery's scan the other way round, for single faces: an enrolment against a face. */
final class Similarity {
  private Similarity() {}

  /**
   * The template of an enrolment that is the most similar to a face, among those that counted when
   * and where it was seen; of equal ones the one with the smaller id. Null when there is none.
   *
   * @param scope who is looked for at the camera
   */
  static TemplateHit best(Enrolment enrolment, UnmatchedFace face, SearchScope scope) {
    TemplateHit best = null;
    for (EnrolledTemplate template : enrolment.templates()) {
      if (template.template().isValidAt(face.time()) && template.template().isInReach(scope)) {
        double cosine = Cosine.of(face.embedding(), template.embedding());
        if (best == null
            || cosine > best.similarity()
            || cosine == best.similarity()
                && template.templateId().compareTo(best.templateId()) < 0) {
          best = new TemplateHit(template.templateId(), cosine, template.template());
        }
      }
    }
    return best;
  }
}

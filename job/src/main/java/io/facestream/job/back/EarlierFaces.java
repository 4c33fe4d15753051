package io.facestream.job.back;

import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.job.verdict.Judge;
import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The search the other way round: the kept faces are the gallery, the enrolled are the probes. */
final class EarlierFaces {
  private static final int FIRST = 64;
  private static final int DEEPEN_BY = 4;

  private final KeptFaces kept;
  private final DecisionRule rule;

  EarlierFaces(KeptFaces kept, DecisionRule rule) {
    this.kept = kept;
    this.rule = rule;
  }

  /**
   * The groups in which a face resembles an enrolled template enough to be that person's at any of
   * the cameras, each with those templates.
   */
  Map<String, Set<String>> find(Enrolment enrolment) {
    Map<String, Set<String>> found = new HashMap<>();
    for (EnrolledTemplate template : enrolment.templates()) {
      double floor = kept.cameras().lowestThreshold(contender(template, 1), rule);
      for (Hit hit : allFrom(floor, template.embedding())) {
        found
            .computeIfAbsent(FaceKeys.groupOf(hit.templateId()), first -> new HashSet<>())
            .add(template.templateId());
      }
    }
    return found;
  }

  /** Not the best k: all that are similar enough. */
  private List<Hit> allFrom(double floor, float[] probe) {
    GallerySlice index = kept.index();
    if (floor > 1 || index.size() == 0) {
      return List.of();
    }
    int k = FIRST;
    List<Hit> found = index.search(probe, 1, k, floor).get(0);
    while (found.size() == k && k < index.size()) {
      k = (int) Math.min((long) k * DEEPEN_BY, index.size());
      found = index.search(probe, 1, k, floor).get(0);
    }
    return found;
  }

  /** Whether a face could be the enrolled person's, by itself. */
  boolean resembles(Enrolment enrolment, UnmatchedFace face) {
    if (!face.searched()) {
      return false;
    }
    TemplateHit best =
        Similarity.best(enrolment, face, rule.reach().scopeOf(face.cameraId(), null));
    return best != null
        && best.similarity()
            >= rule.thresholdFor(Judge.contender(best), face.cameraId(), face.templates()).cosine();
  }

  private static Contender contender(EnrolledTemplate template, double similarity) {
    return Judge.contender(new TemplateHit(template.templateId(), similarity, template.template()));
  }
}

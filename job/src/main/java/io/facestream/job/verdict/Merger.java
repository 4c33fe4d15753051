package io.facestream.job.verdict;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.PartialAnswer;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.GalleryView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the slices' partial answers to a frame together; the order of the answers is immaterial.
 */
public final class Merger {
  /**
   * Best first; equal similarities in the order of the template ids, so that the order is defined.
   */
  private static final Comparator<TemplateHit> BEST_FIRST =
      Comparator.comparingDouble(TemplateHit::similarity)
          .reversed()
          .thenComparing(TemplateHit::templateId);

  private Merger() {}

  /**
   * One frame's answers.
   *
   * @param answers one answer of each slice, in any order
   */
  public static MergedFrame merge(List<PartialAnswer> answers) {
    ProbeFrame frame = frameOf(answers);
    List<ProbeHits> persons = new ArrayList<>(frame.probes().size());
    for (int probe = 0; probe < frame.probes().size(); probe++) {
      persons.add(bestOfEachPerson(answers, probe));
    }
    double slowest = answers.stream().mapToDouble(PartialAnswer::searchMs).max().orElse(0);
    return new MergedFrame(frame, persons, galleryOf(answers), slowest);
  }

  private static ProbeFrame frameOf(List<PartialAnswer> answers) {
    return answers.stream()
        .filter(answer -> answer.frame() != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Slice 0 did not pass the frame on"))
        .frame();
  }

  private static ProbeHits bestOfEachPerson(List<PartialAnswer> answers, int probe) {
    List<TemplateHit> all = new ArrayList<>();
    answers.forEach(answer -> all.addAll(answer.probes().get(probe).hits()));
    all.sort(BEST_FIRST);
    Map<String, TemplateHit> byPerson = new LinkedHashMap<>();
    all.forEach(hit -> byPerson.putIfAbsent(hit.template().personId(), hit));
    return new ProbeHits(new ArrayList<>(byPerson.values()));
  }

  private static GalleryView galleryOf(List<PartialAnswer> answers) {
    long templates = 0;
    Map<Integer, Long> offsets = new TreeMap<>();
    for (PartialAnswer answer : answers) {
      templates += answer.templates();
      answer.offsets().forEach((partition, offset) -> offsets.merge(partition, offset, Math::max));
    }
    return new GalleryView(templates, offsets);
  }
}

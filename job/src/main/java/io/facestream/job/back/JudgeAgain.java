package io.facestream.job.back;

import io.facestream.decision.DecisionRule;
import io.facestream.decision.Reach;
import io.facestream.decision.SearchScope;
import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import io.facestream.job.unmatched.NearPerson;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.wire.Face;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges faces that are past once more, as if an enrolment had come before them: by the same judge,
 * each track with its views in their order, against the enrolled templates and the persons that
 * were near then.
 */
final class JudgeAgain {
  /** No person's id contains a slash, so none can be taken for one of those that were near. */
  private static final String SOMEBODY_ELSE = "/";

  private static final Comparator<UnmatchedFace> IN_ORDER =
      Comparator.<UnmatchedFace>comparingLong(face -> face.frame().offset())
          .thenComparingInt(UnmatchedFace::face);

  private static final Comparator<TemplateHit> BEST_FIRST =
      Comparator.comparingDouble(TemplateHit::similarity)
          .reversed()
          .thenComparing(TemplateHit::templateId);

  /** What is kept of a person who was near has this precision. */
  private static final double ALIKE = 1e-6;

  private final Judge judge;
  private final Reach reach;
  private final double minSimilarity;

  /**
   * @param sameFace cosine from which two views show the same face, −1…1
   * @param minSimilarity templates below this cosine are no candidates, −1…1
   * @param examples who is known not to be a person; may change
   */
  JudgeAgain(
      DecisionRule rule,
      double sameFace,
      double minSimilarity,
      Models models,
      KnownExamples examples) {
    this.reach = rule.reach();
    this.judge = new Judge(rule, sameFace, 1, models, examples);
    this.minSimilarity = minSimilarity;
  }

  /**
   * Those of a track's faces that are the enrolled person's.
   *
   * @param track the faces of a track, or the single one of none, in any order
   */
  List<EarlierView> judge(Enrolment enrolment, List<KeptFace> track) {
    TrackMemory memory = new InMemory();
    List<EarlierView> views = new ArrayList<>();
    track.stream()
        .map(KeptFace::face)
        .sorted(IN_ORDER)
        .forEach(
            face ->
                judge.judge(merged(enrolment, face), memory).faces().stream()
                    .filter(judged -> isOf(enrolment, judged))
                    .map(judged -> view(face, judged))
                    .forEach(views::add));
    return views;
  }

  private static boolean isOf(Enrolment enrolment, Face judged) {
    return judged.match() != null && judged.match().personId().equals(enrolment.personId());
  }

  private static EarlierView view(UnmatchedFace face, Face judged) {
    return new EarlierView(
        face.frameId(),
        face.cameraId(),
        face.frame(),
        face.face(),
        face.box(),
        face.track(),
        judged.carriedFrom(),
        judged.match(),
        judged.threshold());
  }

  private MergedFrame merged(Enrolment enrolment, UnmatchedFace face) {
    ProbeFrame frame =
        new ProbeFrame(
            face.frameId(),
            ProbeFrame.UNNUMBERED,
            face.cameraId(),
            face.frame(),
            List.of(
                new Probe(
                    new FacePlace(face.box(), List.of(), 0, 0, null, null, face.track()),
                    face.embedding())),
            0,
            0);
    if (!face.searched()) {
      return MergedFrame.withoutSearch(frame);
    }
    SearchScope scope = reach.scopeOf(face.cameraId(), null);
    TemplateHit best = Similarity.best(enrolment, face, scope);
    return new MergedFrame(
        frame,
        List.of(new ProbeHits(persons(enrolment, best, face))),
        new GalleryView(templatesFor(enrolment, best, face, scope), Map.of()),
        0);
  }

  private List<TemplateHit> persons(Enrolment enrolment, TemplateHit best, UnmatchedFace face) {
    List<TemplateHit> persons = new ArrayList<>();
    if (best != null && best.similarity() >= minSimilarity) {
      persons.add(best);
    }
    long himself = NearPerson.keyOf(enrolment.personId());
    for (NearPerson near : face.near()) {
      if (near.person() != himself) {
        String id = SOMEBODY_ELSE + Long.toHexString(near.person());
        persons.add(new TemplateHit(id, near.similarity(), Template.of(id, id, List.of(), null)));
      }
    }
    persons.sort(BEST_FIRST);
    return persons;
  }

  /**
   * Among how many templates a face would have been searched: those of then, and the enrolled ones.
   * Where the person was near with this very similarity these are known among them: the face was on
   * its way when the enrolment came.
   *
   * @param scope who is looked for at the camera
   */
  static long templatesFor(
      Enrolment enrolment, TemplateHit best, UnmatchedFace face, SearchScope scope) {
    long himself = NearPerson.keyOf(enrolment.personId());
    boolean known =
        best != null
            && face.near().stream()
                .anyMatch(
                    near ->
                        near.person() == himself
                            && Math.abs(near.similarity() - best.similarity()) < ALIKE);
    return face.templates()
        + (known
            ? 0
            : enrolment.templates().stream()
                .filter(one -> one.template().isInReach(scope))
                .count());
  }

  /** What the views of one track say, while they are judged. */
  private static final class InMemory implements TrackMemory {
    private final Map<String, TrackEvidence> evidence = new HashMap<>();

    @Override
    public TrackEvidence get(String track) {
      return evidence.get(track);
    }

    @Override
    public void put(String track, TrackEvidence known) {
      evidence.put(track, known);
    }
  }
}

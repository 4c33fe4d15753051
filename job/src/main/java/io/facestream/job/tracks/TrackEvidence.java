package io.facestream.job.tracks;

import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.vectors.Cosine;
import io.facestream.wire.Confirmation;
import io.facestream.wire.GalleryView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the searched views of a track say together: the one that resembles somebody most stands for
 * all. Measured at equal FPIR, means of the views and pooled embeddings differ from that within the
 * noise only ({@code docs/quality.md}), and the calibration of thresholds counts on the best view
 * of a visit.
 *
 * <p>It is kept in state. Nothing is decided in it: thresholds are applied at each frame anew, so
 * that a policy holds from the next frame on.
 *
 * @param decidedBy id of the verdict on the frame whose view stands
 * @param persons that view's best template of each person, best first
 * @param gallery what that view was searched in
 * @param embedding of that view, a unit vector
 * @param named for each of the last views, at most {@value #VIEWS_KEPT}, the person whom it named
 *     by itself; empty for nobody
 * @param confirmed the persons on whom enough of the views have agreed
 * @param outdated whether the gallery has changed on the view that stands: the next one stands in
 *     its place, whatever it resembles
 * @param seenAt capture time of the track's last frame that was noted, milliseconds since the epoch
 */
public record TrackEvidence(
    String decidedBy,
    List<TemplateHit> persons,
    GalleryView gallery,
    float[] embedding,
    List<String> named,
    List<String> confirmed,
    boolean outdated,
    long seenAt) {
  /** The most views that a confirmation can ask for. */
  public static final int VIEWS_KEPT = Confirmation.MOST;

  private static final String NOBODY = "";

  /**
   * Of a single view.
   *
   * @param personOrNull whom this view named by itself
   */
  public static TrackEvidence of(
      String verdictId,
      List<TemplateHit> persons,
      GalleryView gallery,
      float[] embedding,
      String personOrNull,
      long seenAt) {
    return new TrackEvidence(
        verdictId,
        persons,
        gallery,
        embedding,
        List.of(personOrNull == null ? NOBODY : personOrNull),
        List.of(),
        false,
        seenAt);
  }

  /**
   * With a further view. One that shows somebody else begins anew: the tracker took two people for
   * one, and what the first had earned is not the second's.
   *
   * @param view evidence of the further view alone
   * @param sameFace cosine from which two views show the same face, −1…1
   */
  public TrackEvidence with(TrackEvidence view, double sameFace) {
    if (Cosine.ofUnits(embedding, view.embedding) < sameFace) {
      return view;
    }
    TrackEvidence stands = outdated || view.best() > best() ? view : this;
    return new TrackEvidence(
        stands.decidedBy,
        stands.persons,
        stands.gallery,
        stands.embedding,
        lastOf(named, view.named),
        confirmed,
        false,
        view.seenAt);
  }

  /** As it is after a template that it rests on was erased, or replaced or written anew. */
  public TrackEvidence after(TemplateChange change) {
    return new TrackEvidence(
        decidedBy,
        persons.stream()
            .filter(hit -> !(change.erased() && isOf(hit, change)))
            .map(hit -> isOf(hit, change) ? hit.as(change.template()) : hit)
            .toList(),
        gallery,
        embedding,
        named,
        confirmed,
        true,
        seenAt);
  }

  /**
   * As it is for a frame: without the persons who do not count in it.
   *
   * @param counts says by one of a person's templates whether the person does
   */
  public TrackEvidence ofThose(Predicate<Template> counts) {
    List<TemplateHit> counting =
        persons.stream().filter(hit -> counts.test(hit.template())).toList();
    return counting.size() == persons.size()
        ? this
        : new TrackEvidence(
            decidedBy, counting, gallery, embedding, named, confirmed, outdated, seenAt);
  }

  /** Whether a template brought one of the persons. */
  public boolean restsOn(String templateId) {
    return persons.stream().anyMatch(hit -> hit.templateId().equals(templateId));
  }

  /** Whether a template brought the person whom the view resembles most. */
  public boolean restsMostOn(String templateId) {
    return !persons.isEmpty() && persons.get(0).templateId().equals(templateId);
  }

  /** Enough views have agreed on a person. */
  public TrackEvidence confirming(String personId) {
    return confirmed.contains(personId)
        ? this
        : new TrackEvidence(
            decidedBy,
            persons,
            gallery,
            embedding,
            named,
            Stream.concat(confirmed.stream(), Stream.of(personId)).toList(),
            outdated,
            seenAt);
  }

  /** Seen again, without a search. */
  public TrackEvidence seenAgain(long at) {
    return new TrackEvidence(
        decidedBy, persons, gallery, embedding, named, confirmed, outdated, at);
  }

  /**
   * How many of the last views named a person.
   *
   * @param of how many views back to look, 1…{@value #VIEWS_KEPT}
   */
  public int viewsNaming(String personId, int of) {
    return Collections.frequency(
        named.subList(Math.max(0, named.size() - of), named.size()), personId);
  }

  private double best() {
    return persons.isEmpty() ? -1 : persons.get(0).similarity();
  }

  private static boolean isOf(TemplateHit hit, TemplateChange change) {
    return hit.templateId().equals(change.templateId());
  }

  private static List<String> lastOf(List<String> earlier, List<String> further) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(further);
    return List.copyOf(all.subList(Math.max(0, all.size() - VIEWS_KEPT), all.size()));
  }
}

package io.facestream.job.verdict;

import io.facestream.job.frames.Probe;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.wire.GalleryView;
import java.util.List;

/**
 * What a face is judged on: its own search, or the view of its track that resembles somebody most.
 *
 * @param persons the best template of each person, best first
 * @param gallery what was searched for them; null when nothing was
 * @param carriedFrom id of the verdict on that view, when it is another frame's; else null
 * @param embedding of the view that was searched; null when none was
 * @param track what the track's views say; null when the face is not followed, or none was searched
 */
record Basis(
    List<TemplateHit> persons,
    GalleryView gallery,
    String carriedFrom,
    float[] embedding,
    TrackEvidence track) {

  /** Of a face that is followed, and of which nothing was ever searched. */
  static final Basis NOTHING = new Basis(List.of(), null, null, null, null);

  /** Of a face that is not followed. */
  static Basis ofSearch(List<TemplateHit> persons, GalleryView gallery, float[] embedding) {
    return new Basis(persons, gallery, null, embedding, null);
  }

  /**
   * Of a face that is.
   *
   * @param verdictId of the frame that is being judged
   */
  static Basis ofTrack(TrackEvidence track, String verdictId) {
    return new Basis(
        track.persons(),
        track.gallery(),
        track.decidedBy().equals(verdictId) ? null : track.decidedBy(),
        track.embedding(),
        track);
  }

  /** Whether this is the first view of somebody: of the track, or after two were taken for one. */
  boolean beginsWith(Probe probe) {
    return probe.embedding() != null && track != null && track.named().size() == 1;
  }

  /** Templates among which was searched. */
  long templates() {
    return gallery == null ? 0 : gallery.templates();
  }
}

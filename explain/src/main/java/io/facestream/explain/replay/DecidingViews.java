package io.facestream.explain.replay;

import io.facestream.client.frames.StoredFrame;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.frames.Probe;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.wire.Face;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tracks of a verdict's faces had shown before, in other frames: found anew from those
 * frames, so that an identity that a track carried can be judged and is not just believed.
 */
public final class DecidingViews implements TrackMemory {
  private final Map<String, TrackEvidence> byTrack = new HashMap<>();

  /**
   * Takes the view that decided on a face.
   *
   * @param face of the verdict that is replayed
   * @param other the verdict on the frame of that view
   * @param frame that frame
   * @param seen its picture
   * @param searched what the faces of that picture resemble, searched as they were then
   * @param past the gallery that they were searched in
   * @return whether the face of that track was found there
   */
  public boolean take(
      Face face,
      Verdict other,
      StoredFrame frame,
      SeenPicture seen,
      MergedFrame searched,
      PastGallery past) {
    int index = indexOf(face.track(), other);
    List<Probe> probes = seen.probes();
    if (index < 0 || other.faces().size() != probes.size()) {
      return false;
    }
    float[] embedding = probes.get(index).embedding();
    if (embedding == null) {
      return false;
    }
    List<TemplateHit> persons = searched.persons().get(index).hits();
    TrackEvidence view =
        TrackEvidence.of(
            other.verdictId(),
            persons,
            past.said(),
            embedding,
            null,
            frame.capturedAt().toEpochMilli());
    // How many views agreed is not found anew: whoever was named was confirmed.
    byTrack.put(
        face.track(), face.match() == null ? view : view.confirming(face.match().personId()));
    return true;
  }

  /** Whether a face was decided on in another frame that is known here. */
  boolean decidesOn(Face face) {
    return face.carriedFrom() != null
        && face.reasonCode() != ReasonCode.UNCONFIRMED
        && byTrack.containsKey(face.track())
        && byTrack.get(face.track()).decidedBy().equals(face.carriedFrom());
  }

  /** The faces of a picture, those followed and not searched again on which a view decides. */
  List<Probe> followed(Verdict then, List<Probe> seen) {
    if (then.faces().size() != seen.size()) {
      return seen;
    }
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      Face face = then.faces().get(i);
      Probe probe = seen.get(i);
      probes.add(
          decidesOn(face) && probe.embedding() != null
              ? new Probe(
                  probe.place().followed(face.track()),
                  face.candidates().isEmpty() ? null : probe.embedding())
              : probe);
    }
    return probes;
  }

  private static int indexOf(String track, Verdict verdict) {
    for (int i = 0; i < verdict.faces().size(); i++) {
      if (track.equals(verdict.faces().get(i).track())) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public TrackEvidence get(String track) {
    return byTrack.get(track);
  }

  /** Nothing is learnt: each face is judged on what was known when its frame came. */
  @Override
  public void put(String track, TrackEvidence evidence) {}
}

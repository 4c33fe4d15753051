package io.facestream.explain.replay;

import io.facestream.wire.Face;
import io.facestream.wire.Outcome;
import io.facestream.wire.Printable;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes over from a verdict what its faces have from other views of their tracks and was not found
 * anew: the track, an identity that a frame decided which is gone, and that too few views agreed.
 */
final class TrackedFaces {
  private final Verdict then;
  private final DecidingViews deciding;
  private final List<String> notes;

  /**
   * @param deciding views of other frames that were found anew
   * @param notes takes one line about each face of which something was taken over
   */
  TrackedFaces(Verdict then, DecidingViews deciding, List<String> notes) {
    this.then = then;
    this.deciding = deciding;
    this.notes = notes;
  }

  /** The frame's verdict by itself, with what the tracks add. */
  Verdict added(Verdict byItself) {
    if (then.reduced() != null || then.faces().size() != byItself.faces().size()) {
      return byItself;
    }
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < byItself.faces().size(); i++) {
      faces.add(added(i + 1, then.faces().get(i), byItself.faces().get(i)));
    }
    return new Verdict(
        byItself.schema(),
        byItself.verdictId(),
        byItself.cameraId(),
        byItself.frame(),
        Outcome.of(faces),
        faces,
        byItself.unrecorded(),
        byItself.models(),
        byItself.gallery(),
        byItself.timings(),
        byItself.reduced(),
        byItself.ignored());
  }

  private Face added(int number, Face before, Face face) {
    if (deciding.decidesOn(before)) {
      note(
          "Face %d has the identity of its track: frame %s, which decided, was judged again, too",
          number, before.carriedFrom());
      return face;
    }
    if (before.carriedFrom() != null) {
      note(
          "Face %d has the identity of its track, which verdict %s decided; that is taken over",
          number, before.carriedFrom());
      return decidedElsewhere(before, face);
    }
    if (before.reasonCode() == ReasonCode.UNCONFIRMED) {
      note(
          "Face %d was not confirmed by enough views of track %s; how many there were is taken over",
          number, before.track());
      return before.threshold() == null
          ? decidedElsewhere(before, face)
          : unconfirmed(before, face);
    }
    return before.track() == null ? face : inTrack(before.track(), face);
  }

  private void note(String words, int number, String id) {
    notes.add(String.format(Locale.ROOT, words, number, Printable.of(id)));
  }

  /** Seen here, searched here if it was, and decided in another frame. */
  private static Face decidedElsewhere(Face before, Face face) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        before.outcome(),
        before.track(),
        before.carriedFrom(),
        before.match(),
        before.runnerUp(),
        before.threshold(),
        before.candidates().isEmpty() ? List.of() : face.candidates(),
        before.attributes(),
        before.reasonCode(),
        before.reason());
  }

  private static Face unconfirmed(Face before, Face face) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        before.outcome(),
        before.track(),
        null,
        null,
        face.runnerUp(),
        face.threshold(),
        face.candidates(),
        face.attributes(),
        before.reasonCode(),
        before.reason());
  }

  private static Face inTrack(String track, Face face) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        face.outcome(),
        track,
        null,
        face.match(),
        face.runnerUp(),
        face.threshold(),
        face.candidates(),
        face.attributes(),
        face.reasonCode(),
        face.reason());
  }
}

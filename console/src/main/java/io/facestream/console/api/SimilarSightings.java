package io.facestream.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.events.Stored;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.people.PeopleException;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.console.people.SimilarPeople;
import io.facestream.console.people.SimilarPeople.Probe;
import io.facestream.wire.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Which sightings show a face that looks like another. Their records hold no embedding, so each
 * picture that is still there is looked at anew: one search at a time.
 */
public final class SimilarSightings {
  /** Sighting or picture is not there any more, or the picture cannot be read. */
  private static final Set<Integer> NOT_TO_BE_HAD = Set.of(404, 410, 422);

  private final Probes probes;
  private final SimilarPeople similar;
  private final EnrolledFaces faces;
  private final Semaphore free = new Semaphore(1);

  public SimilarSightings(SimilarPeople similar, EnrolledFaces faces) {
    this.probes = new Probes(similar, faces);
    this.similar = similar;
    this.faces = faces;
  }

  /**
   * A sighting beside the face that it was compared with.
   *
   * @param probeSimilarity cosine
   */
  record View(@JsonUnwrapped SightingView sighting, double probeSimilarity) {}

  /**
   * Some of them.
   *
   * @param similarity cosine to the probe
   */
  record Similar(Stored<Sighting> sighting, double similarity) {}

  /**
   * The nearest first.
   *
   * @param notCompared those whose picture could not be had, or is not good enough
   */
  record Found(List<Similar> sightings, int notCompared) {}

  /**
   * Sightings in the order of their similarity, without the one that is asked about.
   *
   * @param name of the probe, as {@link Probes} takes it
   */
  Found nearest(String name, List<Stored<Sighting>> sightings, Caller caller) {
    if (!caller.may(Right.RECOGNISE)) {
      throw ProblemException.missing(Right.RECOGNISE);
    }
    Probe probe = probes.of(name, caller);
    if (!free.tryAcquire()) {
      throw Problems.busy("Another search is under way");
    }
    try {
      List<Similar> compared = new ArrayList<>();
      int notCompared = 0;
      for (Stored<Sighting> sighting : sightings) {
        String from = "sighting:" + sighting.key();
        if (from.equals(name)) {
          continue;
        }
        Optional<Probe> face = face(from, caller).filter(probe::compares);
        if (face.isPresent()) {
          compared.add(new Similar(sighting, probe.similarity(face.get())));
        } else {
          notCompared++;
        }
      }
      compared.sort(Comparator.comparingDouble(Similar::similarity).reversed());
      return new Found(compared, notCompared);
    } finally {
      free.release();
    }
  }

  private Optional<Probe> face(String from, Caller caller) {
    try {
      return Optional.of(similar.of(faces.seen(from, caller)));
    } catch (PeopleException e) {
      if (e.reason() != Reason.POOR_PHOTO) {
        throw e;
      }
    } catch (ProblemException e) {
      if (!NOT_TO_BE_HAD.contains(e.status())) {
        throw e;
      }
    }
    return Optional.empty();
  }
}

package io.facestream.job.back;

import static io.facestream.job.testing.Fixtures.followed;
import static io.facestream.job.testing.Fixtures.frameWith;

import io.facestream.job.search.TemplateHit;
import io.facestream.job.unmatched.UnmatchedFace;
import java.util.List;

/** Faces for which nobody was named, by verbs. */
final class SeenFace {
  /** Templates of the gallery in which they were searched. */
  static final long TEMPLATES = 7;

  private SeenFace() {}

  /** One that is not followed. */
  static UnmatchedFace alone(String camera, long offset, float[] embedding, TemplateHit... near) {
    return UnmatchedFace.of(frameWith(camera, offset, embedding), 0, List.of(near), TEMPLATES);
  }

  /** A view of a track; one that is carried where the embedding is null. */
  static UnmatchedFace ofTrack(String track, long offset, float[] embedding, TemplateHit... near) {
    return UnmatchedFace.of(
        followed("lobby", offset, track, embedding), 0, List.of(near), TEMPLATES);
  }
}

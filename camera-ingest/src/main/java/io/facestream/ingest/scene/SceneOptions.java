package io.facestream.ingest.scene;

import java.time.Duration;

/**
 * What a drawn scene shows; {@link SceneUrl} reads it from a URL.
 *
 * @param seed same seed, same scene
 * @param people who may be enrolled, 1…{@value #MOST_PEOPLE}
 * @param strangers who are never enrolled, 0…{@value #MOST_PEOPLE}
 * @param unverified allows more people and strangers together than the {@link Cast#VERIFIED} that
 *     are known to be unlike each other: the others may be taken for one another
 * @param width pixels, 160…3840
 * @param height pixels, 120…2160
 * @param rate frames per second, 0.1…240
 * @param duration how long the scene lasts; null is endless
 * @param camera which camera of the fleet this is, 0…cameras−1
 * @param cameras size of the fleet: as long as there are enough people, nobody is at two cameras at
 *     once
 * @param crowd visitors before a camera at a time, 1…8; 0 chooses up to three
 * @param visit how long a visitor stays, 3…120 seconds
 * @param quality of the JPEG pictures, 1…100
 */
public record SceneOptions(
    long seed,
    int people,
    int strangers,
    boolean unverified,
    int width,
    int height,
    double rate,
    Duration duration,
    int camera,
    int cameras,
    int crowd,
    Duration visit,
    int quality) {

  static final int MOST_PEOPLE = 10_000;

  /** Four people and two strangers for thirty seconds, ten 640×360 pictures each second. */
  public static SceneOptions defaults() {
    return SceneUrl.parse("scene:");
  }

  /** Visitors before a camera at a time. */
  int lanes() {
    int most = people + strangers;
    return Math.min(most, crowd == 0 ? 3 : crowd);
  }

  /** Number of pictures; {@link Long#MAX_VALUE} when endless. */
  public long frames() {
    if (duration == null) {
      return Long.MAX_VALUE;
    }
    return Math.max(1, Math.round(duration.toMillis() / 1000.0 * rate));
  }
}

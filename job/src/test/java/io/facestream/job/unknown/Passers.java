package io.facestream.job.unknown;

import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.followed.Standing;
import io.facestream.job.sightings.SightingSettings;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Models;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who passes a camera and how the judge tells of it, by verbs. */
final class Passers {
  static final UnknownSettings SETTINGS =
      new UnknownSettings(
          Duration.ofSeconds(3),
          ZoneOffset.UTC,
          new SightingSettings(Duration.ofSeconds(10), Duration.ofSeconds(5)));

  /** Noon of a day, milliseconds since the epoch. */
  static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

  static final long MIDNIGHT = NOON + 12 * 3_600_000;

  /** Time between two frames, milliseconds. */
  static final long SPACING = 500;

  private static final int DIMENSION = 256;

  private Passers() {}

  /** The face of somebody: another person's, another direction. */
  static float[] personOf(long seed) {
    Random random = new Random(seed);
    float[] vector = new float[DIMENSION];
    double squares = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  /** A frame of a camera; its offset is the time in half seconds since noon, and an hour. */
  static FollowedFrame frame(String camera, int partition, long time, FollowedFace... faces) {
    long offset = (time - NOON) / SPACING + 7_200;
    return new FollowedFrame(
        Ids.frameId(camera, partition, offset),
        camera,
        new FrameRef(partition, offset, offset, Instant.ofEpochMilli(time), 640, 360, null),
        new Models("standard", "d", "e"),
        List.of(faces));
  }

  static FollowedFrame frame(long time, FollowedFace... faces) {
    return frame("lobby", 0, time, faces);
  }

  /** A view of a track, searched. */
  static FollowedFace view(String track, float[] person, double quality, Standing standing) {
    return new FollowedFace(track, false, new Box(0.1, 0.2, 0.3, 0.4), quality, person, standing);
  }

  static FollowedFace first(String track, float[] person, Standing standing) {
    return new FollowedFace(track, true, new Box(0.1, 0.2, 0.3, 0.4), 0.5, person, standing);
  }

  /** A face of a track that is not searched. */
  static FollowedFace carried(String track, double quality, Standing standing) {
    return new FollowedFace(track, false, new Box(0.1, 0.2, 0.3, 0.4), quality, null, standing);
  }

  /** Somebody whom nobody knows is there from one time to another. */
  static List<FollowedFrame> pass(
      String camera, int partition, float[] person, long from, long to) {
    String track = Ids.trackId(frame(camera, partition, from).frameId(), 0);
    List<FollowedFrame> frames = new ArrayList<>();
    for (long time = from; time <= to; time += SPACING) {
      long number = (time - from) / SPACING;
      FollowedFace face =
          number == 0
              ? first(track, person, Standing.STRANGER)
              : number < 3
                  ? view(track, person, 0.5, Standing.STRANGER)
                  : carried(track, 0.5, Standing.STRANGER);
      frames.add(frame(camera, partition, time, face));
    }
    return frames;
  }

  static List<FollowedFrame> pass(float[] person, long from, long to) {
    return pass("lobby", 0, person, from, to);
  }
}

package io.facestream.job.testing;

import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import java.util.HashMap;
import java.util.Map;

/** Tracks in memory. */
public final class ListedTracks implements TrackMemory {
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

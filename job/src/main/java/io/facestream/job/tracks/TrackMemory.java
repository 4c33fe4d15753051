package io.facestream.job.tracks;

/** Keeps the evidence of the tracks of a camera. */
public interface TrackMemory {
  /** What is known of a track, or null when nothing is. */
  TrackEvidence get(String track) throws Exception;

  /** Keeps what is known now. */
  void put(String track, TrackEvidence evidence) throws Exception;
}

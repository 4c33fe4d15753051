package io.facestream.job.tracks;

/** Keeps the evidence of the tracks of a camera. */
public interface TrackMemory {
  /** Of a frame that is looked at by itself: nothing came before it, nothing comes after. */
  TrackMemory NONE =
      new TrackMemory() {
        @Override
        public TrackEvidence get(String track) {
          return null;
        }

        @Override
        public void put(String track, TrackEvidence evidence) {}
      };

  /** What is known of a track, or null when nothing is. */
  TrackEvidence get(String track);

  /** Keeps what is known now. */
  void put(String track, TrackEvidence evidence);
}

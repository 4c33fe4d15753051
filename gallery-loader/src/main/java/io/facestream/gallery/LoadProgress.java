package io.facestream.gallery;

import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;

/** Hears how a load goes on; called by one thread at a time. */
public interface LoadProgress {
  /** Hears nothing. */
  LoadProgress SILENT =
      new LoadProgress() {
        @Override
        public void planned(int photos) {}

        @Override
        public void done(PhotoOutcome outcome) {}
      };

  /** So many photos are there. */
  void planned(int photos);

  /** One of them is done with. */
  void done(PhotoOutcome outcome);

  /** Who is told when models have to be downloaded first; the log, unless it says otherwise. */
  default DownloadListener downloads() {
    return new LoggedDownloads();
  }
}

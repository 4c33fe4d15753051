package io.facestream.evaluate;

import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;

/** Hears how an evaluation goes on; called by one thread at a time. */
public interface EvaluationProgress {
  /** Hears nothing. */
  EvaluationProgress SILENT =
      new EvaluationProgress() {
        @Override
        public void planned(int photos) {}

        @Override
        public void done(String photo) {}
      };

  /** So many photos are there. */
  void planned(int photos);

  /** One of them is done with. */
  void done(String photo);

  /** Who is told when models have to be downloaded first; the log, unless it says otherwise. */
  default DownloadListener downloads() {
    return new LoggedDownloads();
  }
}

package io.facestream.vision.store;

import io.facestream.vision.packs.ModelFile;

/** Told how the downloads of model files get on, each from the thread that downloads. */
public interface DownloadListener {

  /**
   * The bytes of a file begin to arrive; again for each attempt after a broken connection.
   *
   * @return is told how far it gets, and closed when the attempt ends, well or not
   */
  Download begun(ModelFile model);

  /** One attempt at one file. */
  interface Download extends AutoCloseable {

    /** So many bytes of the file are here, those of earlier attempts included. */
    void reached(long bytes);

    @Override
    void close();
  }
}

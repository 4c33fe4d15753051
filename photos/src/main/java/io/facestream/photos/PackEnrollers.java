package io.facestream.photos;

import io.facestream.vision.Vision;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.DownloadListener;
import java.nio.file.Path;

/** Makes enrollers of one pack; its models are opened when the first is asked for. Thread-safe. */
public final class PackEnrollers implements AutoCloseable {
  private final String pack;
  private final Path models;
  private final DownloadListener downloads;
  private Vision vision;

  /**
   * For a pack.
   *
   * @param models folder to look for the models in first, or null
   * @param downloads told when models have to be downloaded
   */
  public PackEnrollers(String pack, Path models, DownloadListener downloads) {
    this.pack = pack;
    this.models = models;
    this.downloads = downloads;
  }

  /**
   * An enroller for one thread.
   *
   * @throws VisionException when the pack is unknown or its models cannot be had
   */
  public synchronized Enroller newEnroller() {
    if (vision == null) {
      vision = Vision.open(pack, models, downloads);
    }
    return new VisionEnroller(vision);
  }

  /** Gives the models back; enrollers keep working until they are closed. */
  @Override
  public synchronized void close() {
    if (vision != null) {
      vision.close();
    }
  }
}

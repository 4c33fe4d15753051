package io.facestream.vision.store;

import io.facestream.vision.packs.ModelFile;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line into the log now and then, for downloads that nobody watches. */
public final class LoggedDownloads implements DownloadListener {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedDownloads.class);
  private static final long SILENCE_NANOS = Duration.ofSeconds(5).toNanos();

  @Override
  public Download begun(ModelFile model) {
    LOG.info("Downloading {} ({} kB)", model.file(), model.size() / 1000);
    return new Download() {
      private long told = System.nanoTime();

      @Override
      public void reached(long bytes) {
        long now = System.nanoTime();
        if (now - told >= SILENCE_NANOS) {
          told = now;
          LOG.info("{}: {} of {} kB", model.file(), bytes / 1000, model.size() / 1000);
        }
      }

      @Override
      public void close() {
        // What became of it is said by whoever wanted the file.
      }
    };
  }
}

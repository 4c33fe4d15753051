package io.facestream.ingest.http;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.RateLimit;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;

/**
 * A camera that sends JPEGs over HTTP; they are passed on untouched. Decoding and encoding them
 * again would cost a core for every few cameras, and detail that the embedding needs.
 */
final class MjpegSource implements FrameSource {
  private final String label;
  private final HttpReply reply;
  private final PictureReader pictures;
  private final RateLimit rateLimit;
  private final Duration readTimeout;
  private volatile boolean closed;

  MjpegSource(String label, HttpReply reply, PictureReader pictures, SourceOptions options) {
    this.label = label;
    this.reply = reply;
    this.pictures = pictures;
    this.rateLimit = new RateLimit(options.rate());
    this.readTimeout = options.readTimeout();
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long before = pictures.received();
    try {
      while (true) {
        PictureReader.Picture picture = pictures.next();
        if (picture == null) {
          requirePatience(begun, pictures.received() - before);
          pictures.receive();
        } else {
          begun = System.nanoTime();
          before = pictures.received();
          if (rateLimit.allows(Duration.ofNanos(begun))) {
            return new SourceFrame(picture.bytes(), picture.contentType(), null);
          }
        }
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (closed) {
        throw new IOException(label + " was closed", e);
      }
      throw new IOException(
          label
              + " "
              + (e instanceof SocketTimeoutException
                  ? silence(pictures.received() - before)
                  : e.getMessage()),
          e);
    }
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
    reply.close();
  }

  private void requirePatience(long begun, long received) throws IOException {
    if (System.nanoTime() - begun > readTimeout.toNanos()) {
      throw new IOException(silence(received));
    }
  }

  private String silence(long received) {
    return received == 0
        ? "sent nothing for " + readTimeout.toMillis() + " ms"
        : String.format(
            Locale.ROOT,
            "sent %.1f kB but no whole picture within %d ms",
            received / 1e3,
            readTimeout.toMillis());
  }
}

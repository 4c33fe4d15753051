package io.facestream.ingest.http;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.RateLimit;
import io.facestream.ingest.SourceFrame;
import io.facestream.ingest.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A camera that sends JPEGs over HTTP; they are passed on untouched. Decoding and encoding them
 * again would cost a core for every few cameras, and detail that the embedding needs.
 */
final class MjpegSource implements FrameSource {
  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final String label;
  private final InputStream body;
  private final MultipartReader parts;
  private final RateLimit rateLimit;
  private final Duration readTimeout;
  private volatile boolean stalled;
  private volatile boolean closed;

  MjpegSource(String label, InputStream body, String boundary, SourceOptions options) {
    this.label = label;
    this.body = body;
    this.parts = new MultipartReader(body, boundary);
    this.rateLimit = new RateLimit(options.rate());
    this.readTimeout = options.readTimeout();
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    while (true) {
      MultipartReader.Part part = read();
      boolean due = rateLimit.allows(Duration.ofNanos(System.nanoTime()));
      // Some servers send empty parts to keep the connection alive.
      if (part.content().length > 0 && due) {
        String type = part.contentType() == null ? "image/jpeg" : part.contentType();
        return new SourceFrame(part.content(), type, null);
      }
    }
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
    hangUp();
  }

  private MultipartReader.Part read() throws IOException, InterruptedException {
    // The client has no read time-out: closing the body from outside is the way to end a read.
    ScheduledFuture<?> alarm =
        WATCHDOG.schedule(
            () -> {
              stalled = true;
              hangUp();
            },
            readTimeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return parts.next();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (stalled && !closed) {
        throw new IOException(label + " sent nothing for " + readTimeout.toMillis() + " ms", e);
      }
      throw new IOException(label + " " + (closed ? "was closed" : e.getMessage()), e);
    } finally {
      alarm.cancel(false);
    }
  }

  private void hangUp() {
    try {
      body.close();
    } catch (IOException e) {
      // It was to end, and it has.
    }
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "http-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}

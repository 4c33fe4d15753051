package io.facestream.ingest.sending;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import java.io.IOException;
import java.time.Duration;

/** Opens a source with an end again and again; media time goes on where it ended. */
final class LoopingSource implements FrameSource {

  /** Opens the source from its beginning. */
  @FunctionalInterface
  interface Opener {
    FrameSource open() throws IOException;
  }

  private final Opener opener;
  private FrameSource source;
  private Duration roundStart = Duration.ZERO;
  private Duration last = Duration.ZERO;
  private Duration step;
  private boolean roundIsEmpty = true;
  private volatile boolean closed;

  /**
   * @param step time between the last picture and the first of the next round, until two pictures
   *     of a round tell it better
   */
  LoopingSource(Opener opener, Duration step) throws IOException {
    this.opener = opener;
    this.step = step;
    this.source = opener.open();
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    SourceFrame frame = source.next();
    if (frame == null) {
      if (roundIsEmpty) {
        return null;
      }
      startRound();
      frame = source.next();
      if (frame == null) {
        return null;
      }
    }
    Duration time = roundStart.plus(frame.mediaTime());
    if (!roundIsEmpty) {
      step = time.minus(last);
    }
    roundIsEmpty = false;
    last = time;
    return new SourceFrame(frame.picture(), frame.contentType(), time);
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public synchronized void close() {
    closed = true;
    source.close();
  }

  private synchronized void startRound() throws IOException {
    if (closed) {
      throw new IOException("was closed");
    }
    source.close();
    source = opener.open();
    roundStart = last.plus(step);
    roundIsEmpty = true;
  }
}

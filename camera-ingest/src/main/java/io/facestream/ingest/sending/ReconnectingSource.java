package io.facestream.ingest.sending;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A camera on the network or at a plug: connects at the first read, and again whenever it is lost,
 * with growing pauses, for as long as it takes.
 *
 * <p>It counts as connected only once a picture came, so that a server that accepts and hangs up
 * meets the growing pauses too.
 */
final class ReconnectingSource implements FrameSource {
  private final String name;
  private final LoopingSource.Opener opener;
  private final Duration apart;
  private final LongAdder reconnects;
  private final LimitedLog log;
  private final RetryPolicy<SourceFrame> policy;
  private volatile FrameSource source;
  private volatile boolean closed;
  private volatile long awaySince = System.nanoTime();
  private volatile boolean away = true;
  private boolean everConnected;
  private volatile boolean complained;
  private long connectedAt;

  /**
   * How long it waits.
   *
   * @param first before the second attempt in a row; doubles from there
   * @param longest between two attempts
   * @param apart at least between two connections, also when each gave a picture
   */
  record Pauses(Duration first, Duration longest, Duration apart) {

    /** 0.5, 1, 2 … 30 s. */
    static Pauses usual() {
      Duration first = Duration.ofMillis(500);
      return new Pauses(first, Duration.ofSeconds(30), first);
    }

    /** The same, but connections at least so many seconds apart, up to the longest pause. */
    Pauses apart(double seconds) {
      double millis = Math.min(1000 * seconds, longest.toMillis());
      return new Pauses(
          first, longest, Duration.ofMillis(Math.max(apart.toMillis(), Math.round(millis))));
    }
  }

  /**
   * @param name of the camera, for the log
   */
  ReconnectingSource(
      String name,
      LoopingSource.Opener opener,
      Pauses pauses,
      LongAdder reconnects,
      LimitedLog log) {
    this.name = name;
    this.opener = opener;
    this.apart = pauses.apart();
    this.reconnects = reconnects;
    this.log = log;
    this.policy =
        RetryPolicy.<SourceFrame>builder()
            .handle(IOException.class, RuntimeException.class)
            .abortIf((frame, failure) -> closed)
            .withBackoff(pauses.first(), pauses.longest())
            .withJitter(0.1)
            .withMaxRetries(-1)
            .onFailedAttempt(
                event -> {
                  if (event.getAttemptCount() == 1 && !closed) {
                    complain(event.getLastException());
                  }
                })
            .build();
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    while (!closed) {
      FrameSource current = source;
      if (current == null) {
        return connect();
      }
      try {
        return current.next();
      } catch (IOException | RuntimeException e) {
        // Also what nobody thought of: a camera that is lost for ever is the worst answer.
        if (closed || !current.live()) {
          throw e;
        }
        lose(current, e);
      }
    }
    throw new IOException("was closed");
  }

  /** True unless the address turned out to hold a video with an end. */
  @Override
  public boolean live() {
    FrameSource current = source;
    return current == null || current.live();
  }

  /** How long the camera has been away; zero when it is connected. */
  Duration awayFor() {
    return away ? Duration.ofNanos(System.nanoTime() - awaySince) : Duration.ZERO;
  }

  @Override
  public void close() {
    closed = true;
    FrameSource current = source;
    if (current != null) {
      current.close();
    }
  }

  private SourceFrame connect() throws IOException, InterruptedException {
    if (everConnected) {
      // Or a camera that hangs up after each picture would be asked without a pause.
      TimeUnit.NANOSECONDS.sleep(connectedAt + apart.toNanos() - System.nanoTime());
    }
    try {
      SourceFrame first = Failsafe.with(policy).get(this::firstFrame);
      if (everConnected) {
        reconnects.increment();
      }
      if (complained) {
        // As loud as the loss: who read of that must also read of the recovery.
        log.say(
            "connected", "camera " + name + ": connected after " + awayFor().toSeconds() + " s");
      }
      complained = false;
      everConnected = true;
      away = false;
      return first;
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  private SourceFrame firstFrame() throws IOException, InterruptedException {
    connectedAt = System.nanoTime();
    FrameSource opened = opener.open();
    source = opened;
    try {
      if (closed) {
        throw new IOException("was closed");
      }
      return opened.next();
    } catch (IOException | InterruptedException | RuntimeException e) {
      source = null;
      opened.close();
      throw e;
    }
  }

  private void lose(FrameSource lost, Exception cause) {
    source = null;
    lost.close();
    awaySince = System.nanoTime();
    away = true;
    complained = true;
    log.say("lost", "camera " + name + ": lost: " + reason(cause) + "; connecting again");
  }

  private static String reason(Throwable cause) {
    return cause instanceof IOException ? cause.getMessage() : cause.toString();
  }

  private void complain(Throwable cause) {
    complained = true;
    log.say("away", "camera " + name + ": " + reason(cause) + "; trying again until it answers");
  }
}

package io.facestream.ingest.video;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Asked by FFmpeg while it waits for bytes: ends the wait when the source is closed, its thread
 * interrupted, or nothing came for too long. This works in every protocol, unlike FFmpeg's own
 * time-out options, of which each protocol has another or none.
 */
final class Interrupt implements AutoCloseable {
  private static final AtomicLong LAST_ID = new AtomicLong();
  private static final Map<Long, Interrupt> ALL = new ConcurrentHashMap<>();

  /** One for all sources: JavaCPP has room for ten native callbacks of a class, not for more. */
  private static final Callback CALLBACK = new Callback();

  private final long id = LAST_ID.incrementAndGet();
  private final long patienceNanos;
  private volatile long armedAt = System.nanoTime();
  private volatile boolean closed;

  /**
   * @param patience the longest wait, or zero for no limit (files)
   */
  Interrupt(Duration patience) {
    this.patienceNanos = patience.toNanos();
    ALL.put(id, this);
  }

  /** Makes the context ask us; before it is opened, since connections copy the callback. */
  void attachTo(AVFormatContext format) {
    format.interrupt_callback().callback(CALLBACK).opaque(new Id(id));
  }

  /** Starts the clock for the next wait. */
  void arm() {
    armedAt = System.nanoTime();
  }

  /** Ends the present and every later wait; may come from any thread. */
  void trip() {
    closed = true;
  }

  boolean tripped() {
    return closed;
  }

  boolean expired() {
    return patienceNanos > 0 && System.nanoTime() - armedAt > patienceNanos;
  }

  @Override
  public void close() {
    ALL.remove(id);
  }

  private boolean wanted() {
    return closed || Thread.currentThread().isInterrupted() || expired();
  }

  /** A number where C expects an opaque pointer. */
  private static final class Id extends Pointer {
    Id(long id) {
      address = id;
    }
  }

  private static final class Callback extends AVIOInterruptCB.Callback_Pointer {
    @Override
    public int call(Pointer opaque) {
      Interrupt interrupt = ALL.get(opaque.address());
      return interrupt != null && interrupt.wanted() ? 1 : 0;
    }
  }
}

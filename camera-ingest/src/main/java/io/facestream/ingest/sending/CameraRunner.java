package io.facestream.ingest.sending;

import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.camera.IngestException;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.metrics.MeteredCamera;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.source.SourceUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera at work: a thread that reads it, and a {@link FrameSender} that feeds Kafka. */
public final class CameraRunner implements MeteredCamera, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraRunner.class);
  private static final long SILENCE_WORTH_TELLING_SECONDS = 3;

  private final LimitedLog log = new LimitedLog(LOG::warn, System::nanoTime);
  private final Camera camera;
  private final Sources sources;
  private final CameraTally tally = new CameraTally();
  private final FrameBuffer buffer;
  private final SkippedFiles skippedFiles;
  private final CountDownLatch ended = new CountDownLatch(1);
  private FrameSource source;
  private FrameSender sender;
  private Thread reader;
  private long sequence;
  private volatile IOException failure;
  private volatile boolean closed;

  /** A camera at rest. */
  public CameraRunner(Camera camera) {
    this(camera, FrameSources::open);
  }

  /** Opens a source; a test has its own. */
  @FunctionalInterface
  interface Sources {
    FrameSource open(String url, SourceOptions options, SourceListener listener) throws IOException;
  }

  CameraRunner(Camera camera, Sources sources) {
    this.camera = camera;
    this.sources = sources;
    this.buffer = new FrameBuffer(camera.buffer());
    this.skippedFiles = new SkippedFiles(camera.id(), tally, log);
  }

  /**
   * Opens a source with an end, so that a wrong path is told at once; a camera on the network is
   * connected by its own thread, since it may come later.
   *
   * @throws IngestException naming the camera
   */
  public void open() {
    try {
      source = openSource();
    } catch (IOException | IllegalArgumentException e) {
      throw new IngestException(
          String.format(Locale.ROOT, "camera '%s': %s", camera.id(), e.getMessage()), e);
    }
  }

  /**
   * Starts reading and publishing.
   *
   * @param slot the camera's place among all, from 0: its partition, modulo their number
   */
  public void start(FrameWriter writer, int slot) {
    sender = new FrameSender(camera, buffer, writer, slot, tally, log, this::breakOff);
    reader = new Thread(this::read, "read-" + camera.id());
    reader.setDaemon(true);
    sender.start();
    reader.start();
  }

  @Override
  public String id() {
    return camera.id();
  }

  @Override
  public CameraCounters counters() {
    return tally.counters();
  }

  /** Whether the camera comes to an end by itself, as far as its address tells. */
  public boolean finite() {
    return !SourceUrl.parse(camera.url()).comesBack() && !camera.loop();
  }

  @Override
  public String state() {
    if (ended.getCount() == 0) {
      return failure == null ? "ended" : "failed";
    }
    if (source instanceof ReconnectingSource network && network.awayFor().toSeconds() > 0) {
      return "away for " + network.awayFor().toSeconds() + " s";
    }
    long waiting = sender.waitingFor().toSeconds();
    if (waiting >= SILENCE_WORTH_TELLING_SECONDS) {
      return "Kafka silent for " + waiting + " s";
    }
    return "";
  }

  /**
   * Waits until every picture is acknowledged.
   *
   * @throws IngestException when the source failed before its end, or Kafka refused pictures
   */
  public void awaitEnd() throws InterruptedException {
    ended.await();
    sender.awaitEnd();
    if (closed) {
      return;
    }
    if (failure != null) {
      throw new IngestException(
          String.format(Locale.ROOT, "camera '%s': %s", camera.id(), failure.getMessage()),
          failure);
    }
    if (tally.failed.sum() > 0) {
      throw new IngestException(
          String.format(
              Locale.ROOT,
              "camera '%s': Kafka refused %d pictures; the log says why",
              camera.id(),
              tally.failed.sum()),
          null);
    }
  }

  @Override
  public void close() {
    closed = true;
    // The source first: told to close, it does not take the interrupt for a loss.
    if (source != null) {
      source.close();
    }
    if (reader != null) {
      reader.interrupt();
    }
    if (sender != null) {
      sender.close();
    }
    tally.dropped.add(buffer.abandon());
  }

  private FrameSource openSource() throws IOException {
    LoopingSource.Opener opener = () -> sources.open(camera.url(), camera.options(), listener());
    if (SourceUrl.parse(camera.url()).comesBack()) {
      return new ReconnectingSource(camera.id(), opener, pauses(), tally.reconnects, log);
    }
    if (camera.loop()) {
      double rate = camera.options().rate();
      Duration step =
          Duration.ofNanos(Math.round(1e9 / (rate > 0 ? rate : SourceOptions.FOLDER_RATE)));
      return new LoopingSource(opener, step);
    }
    return opener.open();
  }

  /** A camera that hangs up after each picture is asked no more often than its rate. */
  private ReconnectingSource.Pauses pauses() {
    double rate = camera.options().rate();
    return ReconnectingSource.Pauses.usual().apart(rate > 0 ? 1 / rate : 0);
  }

  private SourceListener listener() {
    return new TallyingListener(
        camera.id(),
        tally,
        log,
        skippedFiles,
        () -> {
          tally.read.increment();
          sequence++;
        });
  }

  private void read() {
    CaptureClock clock =
        new CaptureClock(Clock.systemUTC(), camera.pace() == Pace.OWN, this::sayTooFarAhead);
    try {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        tally.read.increment();
        handOn(frame, clock);
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (Throwable e) {
      // Whatever ends a camera, an OutOfMemoryError too, is said and ends in exit code 1.
      fail(e);
    } finally {
      source.close();
      skippedFiles.tell();
      buffer.end();
      ended.countDown();
    }
  }

  private void sayTooFarAhead() {
    LOG.warn(
        "camera {}: capture times are {} minutes ahead of the clock, and brokers refuse what is an hour ahead; from here on they keep that distance, and people are there for less time than in the film. Read it at its own pace where that matters",
        camera.id(),
        CaptureClock.MOST_AHEAD.toMinutes());
  }

  /** Ends a camera whose pictures nobody takes any more. */
  private void breakOff(Throwable cause) {
    fail(cause);
    source.close();
    reader.interrupt();
  }

  private synchronized void fail(Throwable cause) {
    if (closed || failure != null) {
      return;
    }
    failure = cause instanceof IOException io ? io : new IOException(cause.toString(), cause);
    LOG.error("camera {}: {}", camera.id(), failure.getMessage());
  }

  /** Hands a picture on, or counts it as dropped when it is stopped before it could. */
  private void handOn(SourceFrame frame, CaptureClock clock) throws InterruptedException {
    boolean handedOn = false;
    try {
      long capturedAt = clock.stamp(frame.mediaTime());
      add(
          FrameToWrite.of(
              camera.id(), sequence++, capturedAt, frame.picture(), frame.contentType()));
      handedOn = true;
    } finally {
      if (!handedOn) {
        tally.dropped.increment();
      }
    }
  }

  private void add(FrameToWrite frame) throws InterruptedException {
    int dropped = source.live() ? buffer.addDroppingOldest(frame) : buffer.addWaiting(frame);
    tally.dropped.add(dropped);
    if (dropped > 0 && !closed) {
      log.say(
          "dropped",
          "camera "
              + camera.id()
              + ": Kafka does not keep up, "
              + tally.dropped.sum()
              + " of the oldest pictures dropped so far");
    }
  }
}

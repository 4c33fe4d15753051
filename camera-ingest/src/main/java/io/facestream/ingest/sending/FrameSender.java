package io.facestream.ingest.sending;

import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Takes one camera's pictures from its buffer to Kafka, a few at a time: what waits, waits in the
 * buffer, where a live camera can still drop it, and not in Kafka's client.
 */
final class FrameSender implements AutoCloseable {
  /** Enough to hide a round trip at some hundred frames/s. */
  private static final int MAX_IN_FLIGHT = 8;

  private final String cameraId;
  private final String cureOfLargePictures;
  private final Consumer<Throwable> whenBroken;
  private final FrameBuffer buffer;
  private final FrameWriter writer;
  private final int slot;
  private final CameraTally tally;
  private final LimitedLog log;
  private final Semaphore room = new Semaphore(MAX_IN_FLIGHT);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;
  private volatile long lastAnswer = System.nanoTime();

  /**
   * @param whenBroken told once when it takes no more pictures though the buffer has not ended
   */
  FrameSender(
      Camera camera,
      FrameBuffer buffer,
      FrameWriter writer,
      int slot,
      CameraTally tally,
      LimitedLog log,
      Consumer<Throwable> whenBroken) {
    this.cameraId = camera.id();
    this.cureOfLargePictures = SourceUrl.parse(camera.url()).kind().cureOfLargePictures();
    this.whenBroken = whenBroken;
    this.buffer = buffer;
    this.writer = writer;
    this.slot = slot;
    this.tally = tally;
    this.log = log;
    this.thread = new Thread(this::send, "send-" + camera.id());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits until the buffer has ended and Kafka has answered for every picture. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** How long Kafka has been silent while pictures wait for it; zero when none do. */
  Duration waitingFor() {
    return room.availablePermits() > 0
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - lastAnswer);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void send() {
    try {
      // Room first: a picture taken from the buffer can no longer be dropped.
      for (room.acquire(); ; room.acquire()) {
        FrameToWrite frame = buffer.take();
        if (frame == null) {
          break;
        }
        if (frame.picture().length > Topics.MAX_FRAME_BYTES) {
          refuse(frame);
          room.release();
        } else {
          publish(frame);
        }
      }
      room.acquire(MAX_IN_FLIGHT - 1);
    } catch (InterruptedException | InterruptException e) {
      // Closed.
    } catch (Throwable e) {
      // Also an OutOfMemoryError: the camera must not end in silence.
      whenBroken.accept(e);
    } finally {
      ended.countDown();
    }
  }

  private void publish(FrameToWrite frame) {
    int size = frame.picture().length;
    try {
      writer.write(frame, slot, failure -> acknowledge(frame, size, failure));
    } catch (InterruptException e) {
      tally.dropped.increment();
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      acknowledge(frame, size, e);
    }
  }

  private void acknowledge(FrameToWrite frame, int size, Exception failure) {
    lastAnswer = System.nanoTime();
    if (failure == null) {
      tally.published.increment();
      tally.bytes.add(size);
    } else {
      tally.failed.increment();
      log.say(
          "failed",
          String.format(
              Locale.ROOT,
              "camera %s: Kafka refused picture %d (%d so far): %s",
              cameraId,
              frame.sequence(),
              tally.failed.sum(),
              failure.getMessage()));
    }
    room.release();
  }

  private void refuse(FrameToWrite frame) {
    tally.refused.increment();
    log.say(
        "too large",
        String.format(
            Locale.ROOT,
            "camera %s: picture %d has %d bytes, more than the %d a frame may have; refused (%d so far). %s",
            cameraId,
            frame.sequence(),
            frame.picture().length,
            Topics.MAX_FRAME_BYTES,
            tally.refused.sum(),
            cureOfLargePictures));
  }
}

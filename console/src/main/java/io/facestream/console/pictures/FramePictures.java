package io.facestream.console.pictures;

import io.facestream.client.KafkaConnection;
import io.facestream.client.frames.FrameGoneException;
import io.facestream.client.frames.FrameReader;
import io.facestream.client.frames.StoredFrame;
import io.facestream.console.pictures.PictureException.Reason;
import io.facestream.wire.Box;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Pictures of frames, fetched from Kafka by partition and offset, a few at a time. */
public final class FramePictures implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 10;

  private final KafkaConnection connection;
  private final String topic;
  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Deque<FrameReader> readers = new ArrayDeque<>();

  /**
   * @param connection null for none: nothing is found
   */
  public FramePictures(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  /**
   * A JPEG of a face, with some margin, or of the whole frame.
   *
   * @param box of the face; null for the whole frame
   */
  public byte[] jpeg(String camera, FrameRef frame, Box box) throws PictureException {
    return FaceCrop.jpeg(picture(camera, frame), box);
  }

  /** The frame of a camera as it was sent. */
  public byte[] picture(String camera, FrameRef frame) throws PictureException {
    // Of a topic made anew the same place holds another picture, of somebody else.
    return picture(
        frame.partition(),
        frame.offset(),
        stored ->
            CameraIds.of(stored.key()).equals(camera)
                && stored.capturedAt().toEpochMilli() == frame.capturedAt().toEpochMilli());
  }

  /**
   * A picture as it was sent.
   *
   * @param meant tells whether what lies at the place is the frame asked for; one without a key is
   *     none
   */
  public byte[] picture(int partition, long offset, Predicate<StoredFrame> meant)
      throws PictureException {
    if (connection == null) {
      throw new PictureException(Reason.AWAY, null);
    }
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new PictureException(Reason.BUSY, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PictureException(Reason.BUSY, e);
    }
    try {
      return read(partition, offset, meant).picture();
    } finally {
      free.release();
    }
  }

  private StoredFrame read(int partition, long offset, Predicate<StoredFrame> meant)
      throws PictureException {
    FrameReader reader = null;
    try {
      reader = take();
      StoredFrame frame = reader.frame(partition, offset);
      give(reader);
      if (frame.key() == null || !meant.test(frame)) {
        throw new PictureException(Reason.GONE, null);
      }
      return frame;
    } catch (FrameGoneException e) {
      close(reader); // may be of partitions as they were
      throw new PictureException(Reason.GONE, e);
    } catch (RuntimeException e) {
      close(reader);
      throw new PictureException(Reason.AWAY, e);
    }
  }

  private FrameReader take() {
    synchronized (readers) {
      if (!readers.isEmpty()) {
        return readers.pop();
      }
    }
    return new FrameReader(connection, topic);
  }

  private void give(FrameReader reader) {
    synchronized (readers) {
      readers.push(reader);
    }
  }

  private static void close(FrameReader reader) {
    if (reader != null) {
      reader.close();
    }
  }

  @Override
  public void close() {
    synchronized (readers) {
      readers.forEach(FrameReader::close);
      readers.clear();
    }
  }
}

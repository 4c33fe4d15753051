package io.facestream.console.pictures;

import io.facestream.client.KafkaConnection;
import io.facestream.client.frames.FrameGoneException;
import io.facestream.client.frames.FrameReader;
import io.facestream.client.frames.StoredFrame;
import io.facestream.console.pictures.PictureException.Reason;
import io.facestream.wire.Box;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameRef;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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
      return FaceCrop.jpeg(read(camera, frame).picture(), box);
    } catch (IOException e) {
      throw new PictureException(Reason.UNREADABLE, e);
    } finally {
      free.release();
    }
  }

  private StoredFrame read(String camera, FrameRef ref) throws PictureException {
    FrameReader reader = null;
    try {
      reader = take();
      StoredFrame frame = reader.frame(ref.partition(), ref.offset());
      // Of a topic made anew the same place holds another picture, of somebody else.
      boolean same =
          frame.key() != null
              && CameraIds.of(frame.key()).equals(camera)
              && frame.capturedAt().toEpochMilli() == ref.capturedAt().toEpochMilli();
      give(reader);
      if (!same) {
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

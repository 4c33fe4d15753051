package io.facestream.ingest.http;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An address that answers with one picture: asked again at the rate, on the same connection while
 * the server keeps it. A picture that has not changed, by the server's word or byte for byte, is
 * not handed out again.
 */
final class SnapshotSource implements FrameSource {
  private static final double DEFAULT_RATE = 1;
  private static final int NOT_MODIFIED = 304;

  private final URI uri;
  private final String label;
  private final SourceOptions options;
  private final SourceListener listener;
  private final long periodNanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile HttpReply reply;
  private final Map<String, String> condition = new HashMap<>();
  private byte[] last;
  private long due = System.nanoTime();

  /**
   * @param first the answer by which the address was known
   */
  SnapshotSource(
      URI uri, String label, HttpReply first, SourceOptions options, SourceListener listener) {
    this.uri = uri;
    this.label = label;
    this.reply = first;
    this.options = options;
    this.listener = listener;
    this.periodNanos = Math.round(1e9 / (options.rate() > 0 ? options.rate() : DEFAULT_RATE));
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    while (true) {
      HttpReply answer = reply;
      if (answer == null) {
        await();
        answer = HttpReply.get(uri, label, options, condition);
        reply = answer;
      }
      due = Math.max(due + periodNanos, System.nanoTime());
      SourceFrame frame = pictureOf(answer);
      reply = null;
      if (frame != null) {
        return frame;
      }
      listener.unchanged();
    }
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
    HttpReply answer = reply;
    if (answer != null) {
      answer.close();
    }
  }

  private void await() throws IOException, InterruptedException {
    if (closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new IOException(label + " was closed");
    }
  }

  /** The picture, or null when it is the one before. */
  private SourceFrame pictureOf(HttpReply answer) throws IOException {
    if (answer.status() == NOT_MODIFIED && last != null) {
      return null;
    }
    if (!answer.good()) {
      answer.close();
      throw new IOException(label + " answers with HTTP status " + answer.status());
    }
    byte[] picture = bytesOf(answer);
    PictureType type =
        PictureType.of(picture)
            .filter(PictureType::isFrame)
            .orElseThrow(
                () ->
                    new IOException(
                        label
                            + " sent "
                            + picture.length
                            + " bytes that are no "
                            + PictureType.frames()));
    condition.clear();
    remember("If-None-Match", answer.header("ETag"));
    remember("If-Modified-Since", answer.header("Last-Modified"));
    if (Arrays.equals(picture, last)) {
      return null;
    }
    last = picture;
    return new SourceFrame(picture.clone(), type.mediaType(), null);
  }

  private byte[] bytesOf(HttpReply answer) throws IOException {
    byte[] picture;
    // Read to its end and closed, the connection may serve the next request.
    try (var body = answer.body()) {
      picture = body.readNBytes(PictureReader.MAX_PICTURE_BYTES);
    } catch (SocketTimeoutException e) {
      throw new IOException(
          label + " sent nothing for " + options.readTimeout().toMillis() + " ms", e);
    } catch (IOException e) {
      throw new IOException(
          label + (closed.getCount() == 0 ? " was closed" : " " + e.getMessage()), e);
    }
    if (picture.length == PictureReader.MAX_PICTURE_BYTES) {
      answer.close();
      throw new IOException(label + " sent a picture without end");
    }
    return picture;
  }

  private void remember(String header, String value) {
    if (!value.isEmpty()) {
      condition.put(header, value);
    }
  }
}

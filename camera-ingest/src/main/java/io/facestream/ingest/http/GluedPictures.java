package io.facestream.ingest.http;

import io.facestream.ingest.source.SourceListener;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Tells one picture from a stream of them glued together, which some cameras send as {@code
 * image/jpeg}, as bytes, or under no name: a second picture comes, or no end.
 */
final class GluedPictures {
  private GluedPictures() {}

  /**
   * Whether pictures follow each other. A stream's first picture so waits for its second; a body
   * that announces a length fit for one picture is one, previews at its end included.
   *
   * @param reply its body is left where it was
   * @param patience after which what has no end is a stream
   */
  static boolean in(HttpReply reply, Duration patience) throws IOException {
    if (reply.length() > 0 && reply.length() <= PictureReader.MAX_PICTURE_BYTES) {
      return false;
    }
    InputStream body = reply.body();
    body.mark(Integer.MAX_VALUE - Long.BYTES);
    try {
      return hasSecond(new PictureReader(body, null, SourceListener.NONE), patience);
    } finally {
      body.reset();
      // Or it would remember all that follows.
      body.mark(0);
    }
  }

  private static boolean hasSecond(PictureReader pictures, Duration patience) throws IOException {
    long begun = System.nanoTime();
    int found = 0;
    try {
      while (found < 2
          && pictures.received() <= PictureReader.MAX_PICTURE_BYTES
          && System.nanoTime() - begun <= patience.toNanos()) {
        if (pictures.next() != null) {
          found++;
        } else {
          pictures.receive();
        }
      }
      return true;
    } catch (EOFException e) {
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }
}

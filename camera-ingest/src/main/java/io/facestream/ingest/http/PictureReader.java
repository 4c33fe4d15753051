package io.facestream.ingest.http;

import io.facestream.ingest.source.SourceListener;
import io.facestream.wire.PictureType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The pictures in the body of a camera's reply. A JPEG is known by its own start and end: cameras
 * write lengths, headers and line breaks around it that are wrong, or none. The boundary only tells
 * parts that are no pictures, which are skipped and counted, and pictures that are no JPEGs.
 *
 * <p>After damage it goes on at the next picture's start; what was between is counted.
 */
final class PictureReader {

  /** A picture and what it is. */
  record Picture(byte[] bytes, String contentType) {}

  /** Above any picture: what goes on for longer is none. */
  static final int MAX_PICTURE_BYTES = 32 * 1024 * 1024;

  private static final int READ_BYTES = 64 * 1024;
  private static final int JPEG_START_BYTES = 3;

  private final InputStream body;
  private final Delimiter delimiter;
  private final SourceListener listener;
  private byte[] bytes = new byte[READ_BYTES];
  private int length;

  /** Where the last picture or delimiter ended; what follows belongs to neither. */
  private int gap;

  private int scanned;
  private JpegWalk walk;
  private boolean delimited;
  private boolean pictureDue = true;
  private boolean gapCounted;
  private long received;

  /**
   * @param boundary as the reply announces it, or null
   * @param listener hears of what is no picture
   */
  PictureReader(InputStream body, String boundary, SourceListener listener) {
    this.body = body;
    this.delimiter = new Delimiter(boundary);
    this.listener = listener;
  }

  /** Bytes received so far. */
  long received() {
    return received;
  }

  /** Bytes of memory it holds, whatever the camera sends: twice the largest picture, at most. */
  int held() {
    return bytes.length;
  }

  /**
   * The next picture; null when more must be read first, by {@link #receive}.
   *
   * <p>A JPEG without its end marker is handed out up to what follows it.
   */
  Picture next() {
    int needed = Math.max(JPEG_START_BYTES, delimiter.length());
    while (walk != null || scanned + needed <= length) {
      Picture picture = null;
      if (walk != null) {
        JpegWalk.State state = walk.walk(bytes, length);
        if (state == JpegWalk.State.OPEN && length - gap <= MAX_PICTURE_BYTES) {
          return null;
        }
        picture = endWalk(state);
      } else if (delimiter.isAt(bytes, scanned, length)) {
        picture = beginPart();
      } else if (isJpegAt(scanned) && isDue(scanned)) {
        walk = new JpegWalk(scanned, delimiter);
      } else {
        scanned++;
      }
      if (picture != null) {
        return picture;
      }
    }
    return null;
  }

  /**
   * Reads what is there, at least a byte.
   *
   * @throws EOFException when the connection ends
   */
  void receive() throws IOException {
    forget();
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int read = body.read(bytes, length, bytes.length - length);
    if (read < 0) {
      throw new EOFException("hung up");
    }
    length += read;
    received += read;
  }

  private Picture endWalk(JpegWalk.State state) {
    JpegWalk ended = walk;
    walk = null;
    if (state != JpegWalk.State.WHOLE && state != JpegWalk.State.CUT) {
      count("a damaged JPEG");
      scanned = ended.resume();
      return null;
    }
    count(Gap.junk(bytes, contentStart(), ended.start()));
    goOnAt(ended.end());
    // What follows a picture without its end is none of its previews.
    pictureDue = state == JpegWalk.State.CUT;
    return new Picture(
        Arrays.copyOfRange(bytes, ended.start(), ended.end()), PictureType.JPEG.mediaType());
  }

  /** At a delimiter: what ends here is a picture that is no JPEG, or null. */
  private Picture beginPart() {
    Picture other = null;
    if (!delimited || !pictureDue) {
      count(Gap.junk(bytes, gap, scanned));
    } else if (!gapCounted) {
      other = Gap.picture(bytes, gap, scanned);
      count(other == null ? Gap.part(bytes, gap, scanned) : null);
    }
    goOnAt(scanned + delimiter.length());
    delimited = true;
    pictureDue = true;
    return other;
  }

  private void goOnAt(int end) {
    gap = end;
    scanned = end;
    gapCounted = false;
  }

  /** Once for each gap: where one thing is wrong, more seems to be. */
  private void count(String what) {
    if (what != null && !gapCounted) {
      listener.skipped(what);
      gapCounted = true;
    }
  }

  private int contentStart() {
    return delimited && pictureDue ? Gap.contentStart(bytes, gap, scanned) : gap;
  }

  private boolean isJpegAt(int at) {
    return (bytes[at] & 0xFF) == 0xFF
        && (bytes[at + 1] & 0xFF) == 0xD8
        && (bytes[at + 2] & 0xFF) == 0xFF;
  }

  /**
   * Whether a picture may begin here. Not within one of another format. Of pictures glued together
   * in a part the first, since makers add previews; with bytes between, a delimiter was damaged.
   */
  private boolean isDue(int at) {
    if (!delimited || pictureDue && gapCounted) {
      return true;
    }
    return pictureDue ? !Gap.isOtherPicture(bytes, gap, at) : !Gap.isFilling(bytes, gap, at);
  }

  /** Drops what is done with, and memory that one odd picture took. */
  private void forget() {
    if (scanned - gap > MAX_PICTURE_BYTES) {
      count(Gap.junk(bytes, gap, scanned));
      gap = scanned;
    }
    length -= gap;
    boolean roomy = bytes.length > READ_BYTES && length < bytes.length / 8;
    byte[] kept = roomy ? new byte[bytes.length / 2] : bytes;
    System.arraycopy(bytes, gap, kept, 0, length);
    bytes = kept;
    scanned -= gap;
    if (walk != null) {
      walk.shift(gap);
    }
    gap = 0;
  }
}

package io.facestream.ingest.orientation;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import java.io.IOException;

/**
 * Turns the encoded pictures of a source, on top of the orientation they carry, by writing a new
 * one: nothing is decoded and no quality lost, and every reader of frames turns them upright.
 */
public final class RotatedSource implements FrameSource {
  private final FrameSource source;
  private final int clockwise;

  private RotatedSource(FrameSource source, int clockwise) {
    this.source = source;
    this.clockwise = clockwise;
  }

  /** The source, turned as the options say; itself when they do not. */
  public static FrameSource of(FrameSource source, SourceOptions options) {
    return options.rotate() == 0 ? source : new RotatedSource(source, options.rotate());
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    SourceFrame frame = source.next();
    if (frame == null) {
      return null;
    }
    Orientation turned = Orientation.of(frame.picture()).turned(clockwise);
    byte[] picture = OrientationWriter.write(frame.picture(), turned);
    return new SourceFrame(picture, frame.contentType(), frame.mediaTime());
  }

  @Override
  public boolean live() {
    return source.live();
  }

  @Override
  public void close() {
    source.close();
  }
}

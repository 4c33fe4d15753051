package io.facestream.ingest.camera;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.RateLimit;
import io.facestream.ingest.source.SourceFrame;
import java.io.IOException;

/** Leaves out pictures of a source with an end, so that at most so many per second remain. */
final class ThinnedSource implements FrameSource {
  private final FrameSource source;
  private final RateLimit limit;

  ThinnedSource(FrameSource source, double rate) {
    this.source = source;
    this.limit = new RateLimit(rate);
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    SourceFrame frame = source.next();
    while (frame != null && !limit.allows(frame.mediaTime())) {
      frame = source.next();
    }
    return frame;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public void close() {
    source.close();
  }
}

package io.facestream.ingest.scene;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import java.time.Duration;

/** A drawn scene as a source of frames; as fast as it is read. */
public final class SceneSource implements FrameSource {

  private final DrawnScene scene;
  private long next;

  /**
   * Opens a scene.
   *
   * @param url see {@link SceneUrl#parse}
   */
  public SceneSource(String url) {
    this(new DrawnScene(SceneUrl.parse(url)));
  }

  public SceneSource(DrawnScene scene) {
    this.scene = scene;
  }

  @Override
  public SourceFrame next() {
    if (next >= scene.frames()) {
      return null;
    }
    Duration mediaTime = Duration.ofNanos(Math.round(next * 1e9 / scene.options().rate()));
    return new SourceFrame(scene.frame(next++), "image/jpeg", mediaTime);
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}

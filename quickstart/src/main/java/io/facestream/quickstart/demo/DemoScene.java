package io.facestream.quickstart.demo;

import io.facestream.embedded.TempFolder;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.quickstart.QuickstartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The input of a demo that was given none: a drawn scene, and portraits of who is to be known. */
final class DemoScene implements AutoCloseable {
  private static final String CAMERA = "scene";

  private final boolean untilEnd;
  private final String url;
  private TempFolder portraits;

  /**
   * A scene of four people who are to be recognised and two who are not.
   *
   * @param untilEnd whether it ends after half a minute
   */
  DemoScene(boolean untilEnd) {
    this.untilEnd = untilEnd;
    this.url = "scene:?duration=" + (untilEnd ? "30s" : "endless");
  }

  /** The one camera before which it plays. */
  List<Camera> cameras() {
    return CameraList.of(Map.of(CAMERA, url), List.of(), untilEnd);
  }

  /** Photos of those who are to be recognised, {@code DIR/<person>/<photo>}. */
  Path gallery() {
    portraits = TempFolder.create("facestream-portraits-");
    writePortraits(portraits.path());
    return portraits.path();
  }

  /**
   * Writes the same photos into a folder.
   *
   * @return number of photos written
   */
  int writePortraits(Path folder) {
    try {
      return new SceneGallery(new DrawnScene(SceneUrl.parse(url))).writeTo(folder);
    } catch (IOException e) {
      throw new QuickstartException("Cannot write the scene's portraits: " + e, e);
    }
  }

  @Override
  public void close() {
    if (portraits != null) {
      portraits.close();
    }
  }
}

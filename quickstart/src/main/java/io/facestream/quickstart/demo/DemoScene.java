package io.facestream.quickstart.demo;

import io.facestream.ingest.Camera;
import io.facestream.quickstart.TempFolder;
import java.nio.file.Path;
import java.util.List;

/** The input of a demo that was given none: a drawn scene, and portraits of who is to be known. */
final class DemoScene implements AutoCloseable {
  private final TempFolder portraits;
  private final boolean untilEnd;

  private DemoScene(TempFolder portraits, boolean untilEnd) {
    this.portraits = portraits;
    this.untilEnd = untilEnd;
  }

  static DemoScene draw(boolean untilEnd) {
    throw new io.facestream.quickstart.QuickstartException("The drawn scene is not there yet");
  }

  List<Camera> cameras() {
    return CameraList.of(
        java.util.Map.of("scene", "scene:?" + (untilEnd ? "duration=30s" : "")),
        List.of(),
        untilEnd);
  }

  Path gallery() {
    return portraits.path();
  }

  @Override
  public void close() {
    portraits.close();
  }
}

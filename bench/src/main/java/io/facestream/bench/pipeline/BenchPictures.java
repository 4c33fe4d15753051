package io.facestream.bench.pipeline;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.FrameSources;
import io.facestream.ingest.SourceFrame;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The encoded pictures that both contestants get, byte for byte. */
final class BenchPictures {
  /** A room with about two faces in view, as a door camera sees it. */
  static final String SCENE = "scene:?seed=7&duration=30s";

  private BenchPictures() {}

  /**
   * All frames of a video, or of a drawn scene when there is none; in memory, since neither side is
   * to be measured by its disk.
   */
  static List<byte[]> of(Path videoOrNull) throws IOException, InterruptedException {
    return videoOrNull == null ? drawn() : decoded(videoOrNull);
  }

  private static List<byte[]> drawn() {
    DrawnScene scene = new DrawnScene(SceneUrl.parse(SCENE));
    return LongStream.range(0, scene.frames()).parallel().mapToObj(scene::frame).toList();
  }

  private static List<byte[]> decoded(Path video) throws IOException, InterruptedException {
    List<byte[]> pictures = new ArrayList<>();
    try (FrameSource source = FrameSources.open(video.toString())) {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        pictures.add(frame.picture());
      }
    }
    return pictures;
  }
}

package io.facestream.bench.frames;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The encoded pictures that are published: the same bytes to every contestant. */
public final class BenchPictures {
  /** A room with about two faces in view, as a door camera sees it. */
  public static final String SCENE = "scene:?seed=7&duration=30s";

  private BenchPictures() {}

  /**
   * All frames of a video, or of a drawn scene when there is none; in memory, since neither side is
   * to be measured by its disk.
   */
  public static List<byte[]> of(Path videoOrNull) throws IOException, InterruptedException {
    return videoOrNull == null ? drawn() : decoded(videoOrNull);
  }

  /** Writes portraits of the drawn scene's people to enrol, {@code DIR/<person>/<photo>}. */
  public static void portraits(Path folder) throws IOException {
    new SceneGallery(new DrawnScene(SceneUrl.parse(SCENE))).writeTo(folder);
  }

  /** Portraits of the same people, and of strangers: one face each, as a desk captures it. */
  public static List<byte[]> captures() {
    DrawnScene scene = new DrawnScene(SceneUrl.parse(SCENE));
    return Stream.concat(scene.people().stream(), scene.strangers().stream())
        .flatMap(person -> scene.portraits(person).stream())
        .toList();
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

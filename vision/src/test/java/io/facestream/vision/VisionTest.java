package io.facestream.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.packs.UnknownPackException;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VisionTest {

  @Test
  void shouldNameThePacksThereAreWhenOneIsUnknown() {
    assertThatThrownBy(() -> Vision.open("fancy", null))
        .isInstanceOf(UnknownPackException.class)
        .hasMessageContaining("'fancy'")
        .hasMessageContaining("standard, accurate, official");
  }

  @Test
  void shouldRefuseAModelsFolderThatDoesNotExist() {
    assertThatThrownBy(() -> Vision.open("standard", Path.of("no-such-folder")))
        .isInstanceOf(VisionException.class)
        .hasMessage("There is no models folder no-such-folder: correct the path");
  }

  @Test
  void shouldKeepWorkingForItsUsersAfterItWasClosed() {
    Vision first = Vision.open("standard", TestFiles.models());
    Vision second = Vision.open("standard", TestFiles.models());
    FaceEmbedder embedder = first.newEmbedder();
    first.close();
    first.close();
    second.close();
    assertThat(embedder.embed(List.of(crop(1)))).hasNumberOfRows(1);
    embedder.close();
    embedder.close();
    assertThatThrownBy(first::newEmbedder).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldEmbedAFaceTheSameInWhateverBatchItComes() {
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceEmbedder embedder = vision.newEmbedder()) {
      List<byte[]> crops = new ArrayList<>();
      for (int i = 0; i < 21; i++) {
        crops.add(crop(i));
      }
      float[][] together = embedder.embed(crops);
      for (int i = 0; i < crops.size(); i++) {
        assertThat(together[i]).containsExactly(embedder.embed(List.of(crops.get(i)))[0]);
        assertThat(dot(together[i])).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void shouldEmbedNothing() {
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceEmbedder embedder = vision.newEmbedder()) {
      assertThat(embedder.embed(List.of())).isEmpty();
    }
  }

  @Test
  void shouldGiveTheSameAnswersToFourThreadsAtOnce() throws Exception {
    byte[] photo = Files.readAllBytes(TestFiles.data("faces/compreface_groups/4_faces/012.jpg"));
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try (Vision vision = Vision.open("standard", TestFiles.models())) {
      Callable<List<float[]>> work = () -> embedFaces(vision, photo, 5);
      List<float[]> alone = work.call();
      assertThat(alone).hasSize(5 * 4);
      for (Future<List<float[]>> answer : executor.invokeAll(List.of(work, work, work, work))) {
        assertThat(answer.get()).usingRecursiveComparison().isEqualTo(alone);
      }
    } finally {
      executor.shutdown();
    }
  }

  private static List<float[]> embedFaces(Vision vision, byte[] photo, int times)
      throws UnreadablePictureException {
    List<float[]> vectors = new ArrayList<>();
    try (FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (int i = 0; i < times; i++) {
        List<byte[]> crops = finder.find(photo).faces().stream().map(FoundFace::crop).toList();
        vectors.addAll(List.of(embedder.embed(crops)));
      }
    }
    return vectors;
  }

  private static double dot(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static byte[] crop(int seed) {
    byte[] crop = new byte[FaceAligner.CROP_BYTES];
    new Random(seed).nextBytes(crop);
    return crop;
  }
}

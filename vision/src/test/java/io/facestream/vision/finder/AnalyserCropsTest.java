package io.facestream.vision.finder;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.Vision;
import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.testing.Stage;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the finder hands on to analysers, and what it costs whoever has none. */
class AnalyserCropsTest {
  private static final String PORTRAIT = "faces/hamilton_gallery/Barack_Obama/1.jpg";

  @Test
  void shouldTakeNoCropsUnlessAnAnalyserAsks() throws Exception {
    byte[] photo = Files.readAllBytes(TestFiles.data(PORTRAIT));
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      assertThat(finder.find(photo).faces())
          .isNotEmpty()
          .allMatch(face -> face.analyserCrops().isEmpty());
    }
  }

  @Test
  void shouldTakeACropOnceThatSeveralAnalysersNeed() throws Exception {
    byte[] photo = Files.readAllBytes(TestFiles.data(PORTRAIT));
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      List<AnalyserCrop> crops =
          finder.find(photo, allCrops(vision)).faces().get(0).analyserCrops();
      assertThat(allCrops(vision)).hasSize(4);
      assertThat(crops)
          .extracting(AnalyserCrop::shape)
          .containsExactlyElementsOf(allCrops(vision).stream().distinct().toList())
          .hasSize(3);
    }
  }

  @Test
  void shouldTakeNoneOfARejectedFace() throws Exception {
    byte[] frame = Stage.inFrame(TestFiles.data(PORTRAIT), 90, 1279, 720, ".png");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      assertThat(finder.find(frame, allCrops(vision)).faces())
          .isNotEmpty()
          .allMatch(face -> !face.usable() && face.analyserCrops().isEmpty());
    }
  }

  /** What is compared is cut out of the frame at a quarter; liveness needs it whole. */
  @Test
  void shouldCompareTheSameBitsWhetherAnAnalyserIsOnOrNot() throws Exception {
    byte[] frame = Stage.inFrame(TestFiles.data(PORTRAIT), 1700, 3840, 2160, ".jpg");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      FoundFace without = finder.find(frame).faces().get(0);
      FoundFace with = finder.find(frame, allCrops(vision)).faces().get(0);
      assertThat(with.analyserCrops()).hasSize(3);
      assertThat(with.crop()).isEqualTo(without.crop());
      assertThat(with.face().landmarks()).isEqualTo(without.face().landmarks());
      assertThat(with.quality()).isEqualTo(without.quality());
    }
  }

  /** A screen shows itself in its finest pixels, which a reduced picture does not have. */
  @Test
  void shouldTakeSurroundingsFromThePixelsAsPublished() throws Exception {
    byte[] jpeg = Stage.inFrame(TestFiles.data(PORTRAIT), 500, 2560, 1440, ".jpg");
    byte[] png = Stage.inFrame(TestFiles.data(PORTRAIT), 500, 2560, 1440, ".png");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      List<CropShape> liveness = vision.pack().analyser("liveness").crops();
      byte[] ofJpeg = finder.find(jpeg, liveness).faces().get(0).analyserCrops().get(0).pixels();
      byte[] ofPng = finder.find(png, liveness).faces().get(0).analyserCrops().get(0).pixels();
      assertThat(meanDifference(ofJpeg, ofPng)).isLessThan(3);
    }
  }

  private static double meanDifference(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
    }
    return sum / a.length;
  }

  private static List<CropShape> allCrops(Vision vision) {
    List<CropShape> crops = new ArrayList<>();
    for (String name : List.of("age-gender", "emotion", "liveness")) {
      crops.addAll(vision.pack().analyser(name).crops());
    }
    return crops;
  }
}

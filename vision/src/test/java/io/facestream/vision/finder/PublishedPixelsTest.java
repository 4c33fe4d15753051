package io.facestream.vision.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.testing.Stage;
import io.facestream.vision.testing.TestFiles;
import io.facestream.vision.testing.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However small a JPEG is decoded for the detector, its faces have the size that was published. */
class PublishedPixelsTest {
  private static final String PORTRAIT = "faces/hamilton_gallery/Barack_Obama/1.jpg";

  @ParameterizedTest
  @CsvSource({"1279,720,140", "1280,720,140", "1920,1080,140", "2560,1440,200", "3840,2160,300"})
  void shouldMeasureAndCompareAFaceInAJpegAsInThePngOfIt(int width, int height, int photoWidth)
      throws Exception {
    Path portrait = TestFiles.data(PORTRAIT);
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      FoundFace jpeg = only(finder, Stage.inFrame(portrait, photoWidth, width, height, ".jpg"));
      FoundFace png = only(finder, Stage.inFrame(portrait, photoWidth, width, height, ".png"));
      assertThat(jpeg.rejection()).isNull();
      PixelBox box = png.face().box();
      assertThat(jpeg.face().box().width()).isCloseTo(box.width(), within(3f));
      assertThat(jpeg.face().box().x()).isCloseTo(box.x(), within(3f));
      assertThat(jpeg.quality()).isCloseTo(png.quality(), within(0.1));
      float[][] vectors = embedder.embed(List.of(jpeg.crop(), png.crop()));
      assertThat(Vectors.cosine(vectors[0], vectors[1])).isGreaterThan(0.9);
    }
  }

  @Test
  void shouldFindASmallFaceOfAPhonePhotoGoodEnoughToEnrol() throws Exception {
    Path portrait = TestFiles.data(PORTRAIT);
    byte[] phone = Stage.inFrame(portrait, 430, 4000, 3000, ".jpg");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      FoundFace face = only(finder, phone);
      assertThat(face.rejection()).isNull();
      assertThat(face.face().box().width()).isBetween(105f, 135f);
      FoundFace portraitFace = only(finder, Files.readAllBytes(portrait));
      float[][] vectors = embedder.embed(List.of(face.crop(), portraitFace.crop()));
      assertThat(Vectors.cosine(vectors[0], vectors[1])).isGreaterThan(0.9);
    }
  }

  @Test
  void shouldSayHowWideARejectedFaceIsAsPublished() throws Exception {
    byte[] frame = Stage.inFrame(TestFiles.data(PORTRAIT), 90, 2560, 1440, ".jpg");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      for (FoundFace face : finder.find(frame).faces()) {
        assertThat(face.rejection().message())
            .matches("too small: 2\\d px wide, at least 32 px needed");
      }
    }
  }

  private static FoundFace only(FaceFinder finder, byte[] picture) throws Exception {
    List<FoundFace> faces = finder.find(picture).faces();
    assertThat(faces).hasSize(1);
    return faces.get(0);
  }
}

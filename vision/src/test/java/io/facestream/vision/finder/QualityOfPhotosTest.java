package io.facestream.vision.finder;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.Vision;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.testing.Central;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quality gate must let ordinary photos pass, and stop those that were spoilt. */
class QualityOfPhotosTest {

  @ParameterizedTest
  @CsvSource({
    "faces/hamilton_gallery,1",
    "faces/cctv_gallery,1",
    "faces/orl,1",
    "faces/lfw_unknown,0.985"
  })
  void shouldLetOrdinaryPhotosPass(String folder, double leastShare) throws Exception {
    assertThat(shareOfUsable(folder, 0)).isGreaterThanOrEqualTo(leastShare);
  }

  @ParameterizedTest
  @ValueSource(strings = "faces/lfw_unknown")
  void shouldStopPhotosThatAreBlurredBeyondRecognition(String folder) throws Exception {
    assertThat(shareOfUsable(folder, 5)).isLessThan(0.1);
  }

  private static double shareOfUsable(String folder, double blur) throws Exception {
    List<Path> photos = photosOf(TestFiles.data(folder));
    int usable = 0;
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()))) {
      for (Path photo : photos) {
        try (Picture picture =
            Picture.decode(Files.readAllBytes(photo), DecodeOptions.fullSize())) {
          blur(picture.mat(), blur);
          FoundFaces found = finder.find(picture);
          usable += !found.faces().isEmpty() && Central.faceOf(found).usable() ? 1 : 0;
        }
      }
    }
    return (double) usable / photos.size();
  }

  private static void blur(Mat pixels, double sigma) {
    if (sigma > 0) {
      try (Size fromSigma = new Size(0, 0)) {
        opencv_imgproc.GaussianBlur(pixels, pixels, fromSigma, sigma);
      }
    }
  }

  private static List<Path> photosOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    }
  }
}

package io.facestream.vision.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.Vision;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.testing.Pictures;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CascadeDetectorTest {

  @Test
  void shouldFindItsCascadesInsideTheNativeJar() {
    assertThat(CascadeFile.locate(CascadeFile.FACE)).isFile();
    CascadeModel.load(new DetectorModel("builtin-cascade", "c", List.of(), 0)).close();
  }

  @Test
  void shouldFindNoFaceInAPattern() throws Exception {
    assertThat(find(Pictures.encode(".png", 320, 240))).isEmpty();
  }

  @Test
  void shouldFindNearlyEveryFrontalPortraitWithItsEyes() throws Exception {
    Path people = TestFiles.data("faces/compreface");
    int found = 0;
    int all = 0;
    try (Stream<Path> files = Files.walk(people)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(jpe?g|png)")).toList()) {
        all++;
        List<DetectedFace> faces = find(Files.readAllBytes(file));
        found += faces.isEmpty() ? 0 : 1;
        for (DetectedFace face : faces) {
          float[] marks = face.landmarks();
          assertThat(marks[0]).as("left eye of " + file).isLessThan(marks[2]);
          assertThat(marks[1]).as("eyes above mouth in " + file).isLessThan(marks[7]);
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (all * 0.7));
  }

  private static List<DetectedFace> find(byte[] picture) throws Exception {
    try (Vision vision = Vision.open("builtin", null);
        FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()))) {
      return finder.find(picture).faces().stream().map(f -> f.face()).toList();
    }
  }
}

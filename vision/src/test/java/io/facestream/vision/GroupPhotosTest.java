package io.facestream.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupPhotosTest {

  @Test
  void shouldFindEveryFaceOfGroupPhotosAndNoOther() throws Exception {
    Path groups = TestFiles.data("faces/compreface_groups");
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()))) {
      for (Path photo : photosOf(groups)) {
        String folder = photo.getParent().getFileName().toString();
        int expected = Integer.parseInt(folder.substring(0, folder.indexOf('_')));
        List<FoundFace> faces = finder.find(Files.readAllBytes(photo)).faces();
        assertThat(faces).as(photo.toString()).hasSize(expected);
        assertThat(faces)
            .isSortedAccordingTo(
                (a, b) -> Float.compare(b.face().box().area(), a.face().box().area()));
      }
    }
  }

  private static List<Path> photosOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }
}

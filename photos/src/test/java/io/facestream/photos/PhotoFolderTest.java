package io.facestream.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFolderTest {
  @TempDir private Path root;

  @Test
  void shouldFindPhotosOfPeopleAndSinglePhotos() throws IOException {
    file("Bob/2.webp");
    file("Ada/1.JPEG");
    file("Eve.png");
    PhotoFolder folder = PhotoFolder.scan(root);
    assertThat(folder.photos())
        .extracting(Photo::relative)
        .containsExactly("Ada/1.JPEG", "Bob/2.webp", "Eve.png");
    assertThat(folder.photos()).extracting(Photo::owner).containsExactly("Ada", "Bob", "Eve");
    assertThat(folder.personFolders()).hasSize(2);
  }

  @Test
  void shouldNameWhatItIgnoresWithTheReasonAndCountWhatIsHidden() throws IOException {
    file("Ada/1.jpg");
    file("Ada/notes.txt");
    file("Ada/old/2.jpg");
    file("Ada/person.yaml");
    file("Ada/._1.jpg");
    file("people.csv");
    file("stray.ini");
    file(".DS_Store");
    file(".git/config");
    Files.createSymbolicLink(root.resolve("Ada/gone"), root.resolve("nowhere"));
    PhotoFolder folder = PhotoFolder.scan(root);
    assertThat(folder.ignored())
        .containsExactly(
            "Ada/gone (a link to nothing)",
            "Ada/notes.txt (not a picture)",
            "Ada/old (a folder within a person's folder)",
            "stray.ini (not a picture)");
    assertThat(folder.hidden()).containsExactly(".DS_Store", ".git", "Ada/._1.jpg");
    assertThat(folder.personFolders()).containsExactly(root.resolve("Ada"));
  }

  @Test
  void shouldKnowAPhotoByItsBytesAndABadOneByItsName() throws IOException {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    for (String name : List.of("a.jfif", "b.jpe", "c", "d.txt")) {
      Files.write(file("Ada/" + name), jpeg);
    }
    file("Ada/e.HEIC");
    assertThat(PhotoFolder.scan(root).photos()).hasSize(5);
    assertThat(PhotoFolder.scan(root).ignored()).isEmpty();
  }

  @Test
  void shouldSayWhatAFolderShouldHold() throws IOException {
    assertThatThrownBy(() -> PhotoFolder.scan(root))
        .isInstanceOf(BadPhotoFolderException.class)
        .hasMessageContaining("<person>/<photo>: JPEG, PNG, WebP, HEIC");
    Path file = file("ada.jpg");
    assertThatThrownBy(() -> PhotoFolder.scan(file))
        .isInstanceOf(BadPhotoFolderException.class)
        .hasMessageContaining("it is a file, not a folder");
  }

  private Path file(String relative) throws IOException {
    Path file = root.resolve(relative);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}

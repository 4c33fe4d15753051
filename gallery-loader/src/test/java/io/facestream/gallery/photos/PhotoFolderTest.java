package io.facestream.gallery.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void shouldNameWhatItIgnoresButNotWhatItUsesOrMayNotSee() throws IOException {
    file("Ada/1.jpg");
    file("Ada/raw.heic");
    file("Ada/old/2.jpg");
    file("Ada/person.yaml");
    file("Ada/._1.jpg");
    file("people.csv");
    file(".DS_Store");
    assertThat(PhotoFolder.scan(root).ignored()).containsExactly("Ada/old", "Ada/raw.heic");
  }

  @Test
  void shouldSayWhatAFolderShouldHold() throws IOException {
    assertThatThrownBy(() -> PhotoFolder.scan(root))
        .isInstanceOf(BadPhotoFolderException.class)
        .hasMessageContaining("<person>/<photo>.jpg");
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

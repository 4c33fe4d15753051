package io.facestream.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.photos.PhotoFolder;
import io.facestream.photos.Picks;
import io.facestream.wire.testing.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own, because a JVM reads file names by the locale it was started in. */
class FileNamesTest {
  @TempDir private Path people;

  @BeforeEach
  void photos() throws Exception {
    for (String photo : List.of("Ada/1.jpg", "José/1.jpg", "王小明/1.jpg", "Zoé.jpg")) {
      Path file = people.resolve(photo);
      Files.createDirectories(file.getParent());
      // Begins as a JPEG does.
      Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0});
    }
    Files.writeString(people.resolve("José/person.yaml"), "name: José");
    Files.writeString(people.resolve("王小明/person.yaml"), "name: 王小明");
  }

  @Test
  void people_keep_their_names_in_a_utf_8_locale() throws Exception {
    assertThat(ChildJvm.run("C.UTF-8", Plan.class, people.toString()).lines())
        .containsExactly("ada/1.jpg", "jose/1.jpg", "zoe/Zoé.jpg", "王小明/1.jpg");
  }

  @Test
  void whose_name_cannot_be_read_is_refused_and_never_renamed() throws Exception {
    String cure =
        " cannot be read as text, since Java was started in a locale that is not UTF-8 (it reads"
            + " names as ANSI_X3.4-1968); start it by bin/facestream, or set LC_ALL=C.UTF-8";
    assertThat(ChildJvm.run("POSIX", Plan.class, people.toString()).lines())
        .containsExactly(
            "ada/1.jpg",
            "the name 'Jos%C3%A9'" + cure,
            "the name 'Zo%C3%A9.jpg'" + cure,
            "the name '%E7%8E%8B%E5%B0%8F%E6%98%8E'" + cure);
  }

  /** Prints for each photo of a folder the id of its template, or why it has none. */
  static final class Plan {
    public static void main(String[] folder) {
      LoadPlan.of(PhotoFolder.scan(Path.of(folder[0])), Picks.parse(List.of()))
          .forEach(
              photo -> println(photo.refusal() == null ? photo.templateId() : photo.refusal()));
    }

    private static void println(String line) {
      System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}

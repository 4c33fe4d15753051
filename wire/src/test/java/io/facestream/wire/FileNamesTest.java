package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  @TempDir private Path folder;

  @BeforeEach
  void names() throws Exception {
    Files.createDirectory(folder.resolve("Ada %"));
    Files.createDirectory(folder.resolve("José"));
    Files.createDirectory(folder.resolve("王小明"));
    // In Latin-1, which Java could not write here.
    new ProcessBuilder("bash", "-c", "mkdir \"$0/$(printf 'Zo\\353')\"", folder.toString())
        .start()
        .waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX"})
  void a_name_that_the_locale_cannot_read_is_told_with_its_bytes_and_the_cure(String locale)
      throws Exception {
    assertThat(ChildJvm.run(locale, Faults.class, folder.toString()).lines())
        .containsExactly(
            "null",
            "the name 'Jos%C3%A9'" + NO_UTF8,
            "the name 'Zo%EB'" + NO_UTF8,
            "the name '%E7%8E%8B%E5%B0%8F%E6%98%8E'" + NO_UTF8);
  }

  @Test
  void in_a_utf_8_locale_only_what_is_no_utf_8_cannot_be_read() throws Exception {
    assertThat(ChildJvm.run("C.UTF-8", Faults.class, folder.toString()).lines())
        .containsExactly(
            "null",
            "null",
            "the name 'Zo%EB' cannot be read as text, since its bytes are no UTF-8; rename it",
            "null");
  }

  @Test
  void an_argument_that_lost_its_letters_is_known() throws Exception {
    assertThat(ChildJvm.run("POSIX", Damaged.class, "José", "Ada").lines())
        .containsExactly("true", "false");
    assertThat(ChildJvm.run("C.UTF-8", Damaged.class, "José", "\uFFFD").lines())
        .containsExactly("false", "false");
  }

  @Test
  void a_path_that_the_locale_cannot_say_is_refused_with_the_cure() throws Exception {
    assertThat(ChildJvm.run("POSIX", PathOfFile.class, file("Jos\u00e9")))
        .startsWith(
            "'Jos?' cannot be looked up, since Java was started in a locale that is not UTF-8")
        .contains("LC_ALL=C.UTF-8");
    assertThat(ChildJvm.run("C.UTF-8", PathOfFile.class, file("Jos\u00e9"))).startsWith("Jos");
    assertThat(ChildJvm.run("C.UTF-8", PathOfFile.class, file("a\0b")))
        .contains("is no path: Nul character not allowed");
  }

  /** As a list of cameras says it, which is UTF-8 whatever the locale. */
  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("list"), content).toString();
  }

  static final class PathOfFile {
    public static void main(String[] file) throws IOException {
      try {
        System.out.println(FileNames.path(Files.readString(Path.of(file[0]))));
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static final String NO_UTF8 =
      " cannot be read as text, since Java was started in a locale that is not UTF-8 (it reads"
          + " names as ANSI_X3.4-1968); start it by bin/facestream, or set LC_ALL=C.UTF-8";

  /** Prints what is wrong with each name of a folder, sorted by their bytes. */
  static final class Faults {
    public static void main(String[] folder) throws IOException {
      try (Stream<Path> files = Files.list(Path.of(folder[0]))) {
        files.sorted().map(Path::getFileName).map(FileNames::fault).forEach(System.out::println);
      }
    }
  }

  static final class Damaged {
    public static void main(String[] arguments) {
      Stream.of(arguments).map(FileNames::isDamaged).forEach(System.out::println);
    }
  }
}

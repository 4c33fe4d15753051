package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.testing.GalleryBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(GalleryBroker.class)
class LoadCommandITCase {
  @TempDir private Path folder;
  private GalleryTopic topic;

  @BeforeEach
  void useATopicOfItsOwn(GalleryTopic own) {
    topic = own;
  }

  @Test
  void shouldReportPhotosThatAreUnreadableOrOfNobody() throws IOException {
    Files.createDirectories(folder.resolve("ada"));
    Files.createFile(folder.resolve("ada/empty.jpg"));
    Files.createFile(folder.resolve("0001.jpg"));
    Files.createFile(folder.resolve("ada/notes.txt"));
    Path report = folder.resolve("report.json");
    GalleryRun run = load(folder, "--report", report);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("2 photos of 0 people (model mobilefacenet-128): 0 loaded, 0 updated")
        .contains("  0001.jpg       its name names nobody; put it into a folder <person>")
        .contains("  ada/empty.jpg  unreadable: the file is empty")
        .contains("Ignored, being no photos: ada/notes.txt");
    assertThat(report).content().contains("\"status\" : \"REFUSED\"");
  }

  @Test
  void shouldFailInOneLineOnWrongArguments() throws IOException {
    assertFails(load(folder), "it holds no photos; it should hold <person>/<photo>: JPEG");
    assertFails(load(folder.resolve("nowhere")), "there is no such folder");
    Files.createFile(folder.resolve("ada.jpg"));
    assertFails(load(folder, "--pick", "best"), "'best' chooses no face");
    assertFails(load(folder, "--threads", "0"), "--threads must be at least 1");
    assertFails(load(folder, "--pack", "nonsense"), "There is no model pack 'nonsense'");
    assertFails(
        load(folder, "--report", folder.resolve("no/such/r.json")), "The report cannot be written");
    // A folder that root may write to by its permissions, and in which there can be no new file.
    assertFails(load(folder, "--report", "/proc/report.json"), "The report cannot be written");
    Files.writeString(folder.resolve("people.csv"), "name\nAda\n");
    assertFails(load(folder), "the header has no column 'person'");
  }

  private GalleryRun load(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "load";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return GalleryRun.on(topic, all);
  }

  private static void assertFails(GalleryRun run, String why) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).startsWith("gallery load: ").contains(why);
  }
}

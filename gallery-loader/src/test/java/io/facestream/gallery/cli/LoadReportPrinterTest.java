package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.gallery.LoadReport;
import io.facestream.gallery.PhotoOutcome;
import io.facestream.gallery.PhotoOutcome.Status;
import io.facestream.photos.PhotoFace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadReportPrinterTest {
  private static final String HOW = "'facestream gallery load' and --pick";

  @Test
  void shouldSayHowToChooseOneOfSeveralFaces() {
    PhotoFace face = new PhotoFace(1, 10, 20, 80, 90, 0.9, null);
    assertThat(printed("ada/party.jpg", "2 faces", List.of(face, face)))
        .contains("ada/party.jpg  2 faces", HOW + " 'ada/party.jpg=N'");
  }

  @Test
  void shouldNotSaySoWhereThereIsNoChoice() {
    assertThat(printed("ada/1.jpg", "no face found", List.of()))
        .contains("no face found")
        .doesNotContain(HOW);
  }

  private static String printed(String photo, String reason, List<PhotoFace> faces) {
    PhotoOutcome refused =
        new PhotoOutcome(photo, "ada", photo, Status.REFUSED, reason, null, faces);
    StringWriter out = new StringWriter();
    LoadReportPrinter.print(
        new LoadReport(
            "m", List.of(refused), List.of(), List.of(), List.of(), List.of(), List.of()),
        new PrintWriter(out));
    return out.toString();
  }
}

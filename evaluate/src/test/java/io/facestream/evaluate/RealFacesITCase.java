package io.facestream.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facestream.evaluate.result.Evaluation;
import io.facestream.evaluate.result.Identification.AtFpir;
import io.facestream.photos.Picks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real models on some of LFW; needs FACESTREAM_MODELS and FACESTREAM_DATA. */
class RealFacesITCase {
  private static final int PEOPLE = 60;
  private static final int STRANGERS = 100;

  @TempDir private Path temp;
  private Path people;
  private Path faces;
  private Path models;

  @BeforeEach
  void takeSomePeople() throws IOException {
    assumeThat(System.getenv("FACESTREAM_MODELS")).as("FACESTREAM_MODELS is set").isNotBlank();
    assumeThat(System.getenv("FACESTREAM_DATA")).as("FACESTREAM_DATA is set").isNotBlank();
    models = Path.of(System.getenv("FACESTREAM_MODELS"));
    faces = Path.of(System.getenv("FACESTREAM_DATA"), "faces");
    people = Files.createDirectory(temp.resolve("people"));
    copy(faces.resolve("lfw"), people, PEOPLE);
  }

  private static void copy(Path from, Path to, int count) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(from)) {
      folders = all.filter(Files::isDirectory).sorted().limit(count).toList();
    }
    for (Path folder : folders) {
      Path own = Files.createDirectory(to.resolve(folder.getFileName()));
      try (Stream<Path> photos = Files.list(folder)) {
        for (Path photo : photos.toList()) {
          Files.copy(photo, own.resolve(photo.getFileName()));
        }
      }
    }
  }

  private Evaluation evaluate(Path strangers, Path pairs) {
    return Evaluator.run(
        new EvaluationOptions(
            people,
            strangers,
            pairs,
            null,
            "standard",
            models,
            2,
            Picks.parse(List.of("center")),
            0,
            1,
            20,
            1,
            0.03,
            null),
        EvaluationProgress.SILENT);
  }

  @Test
  void shouldMeasureTheFiguresOfThePack() throws IOException {
    Path strangers = Files.createDirectory(temp.resolve("strangers"));
    copy(faces.resolve("lfw_unknown"), strangers, STRANGERS);
    Evaluation found = evaluate(strangers, null);
    assertThat(found.photos().failureToEnrol().value()).isLessThan(0.03);
    assertThat(found.verification().equalError().meanError()).isLessThan(0.015);
    assertThat(found.verification().rates().get(1).trueMatchRate().value()).isGreaterThan(0.97);
    assertThat(found.verification().rates().get(1).cosine()).isBetween(0.30, 0.36);
    assertThat(found.identification().ranks().get(0).identified().value()).isGreaterThan(0.975);
    AtFpir thirtieth = found.identification().rates().get(1);
    assertThat(thirtieth.cosine()).isBetween(0.30, 0.45);
    assertThat(thirtieth.fnir().value()).isLessThan(0.06);
    assertThat(found.falseAlerts().measured()).isTrue();
    assertThat(found.falseAlerts().cosine()).isBetween(0.32, 0.42);
    assertThat(found.falseAlerts().fpir().high()).isGreaterThan(0.01);
  }

  @Test
  void shouldDecideThePairsOfATable() throws IOException {
    List<String> rows = Files.readAllLines(faces.resolve("lfw/pairs.csv"));
    Path some = temp.resolve("pairs.csv");
    Files.write(
        some,
        rows.stream()
            .filter(
                row ->
                    row.startsWith("file_x")
                        || Stream.of(row.split(",")).limit(2).allMatch(this::isTaken))
            .toList());
    Evaluation found = evaluate(null, some);
    assertThat(found.verification().genuine()).isGreaterThan(200);
    assertThat(1 - found.verification().mostAccurate().meanError()).isGreaterThanOrEqualTo(0.985);
  }

  private boolean isTaken(String photo) {
    return Files.exists(people.resolve(photo));
  }
}

package io.facestream.vision.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facestream.vision.Analysers;
import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.analyse.Analysis;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.builtin.BuiltinDescriptor;
import io.facestream.vision.packs.AnalyserFile;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.CropKind;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator's analyser that is not what he says, by the network that is always there. */
class WrongAnalyserTest {
  private static final String FILE = "ours.onnx";

  @TempDir Path folder;

  @BeforeEach
  void putTheNetworkThere() throws Exception {
    try (InputStream network = BuiltinDescriptor.class.getResourceAsStream("descriptor.onnx")) {
      Files.copy(network, folder.resolve(FILE));
    }
  }

  @Test
  void shouldRunAnyNetworkThatIsDeclaredAsItIs() throws Exception {
    try (FaceAnalyser analyser = open(declared(112, "embedding", labels(64), true))) {
      Analysis analysis = analyser.analyse(List.of(crop(112)));
      assertThat(analysis.analyser()).isEqualTo("ours");
      assertThat(analysis.modelId()).isEqualTo("ours-1");
      assertThat(analysis.refusal()).isNull();
      assertThat(analysis.millis()).isNotNegative();
      assertThat(analysis.value("kind").probabilities().keySet())
          .containsExactlyElementsOf(IntStream.range(0, 64).mapToObj(i -> "l" + i).toList());
      assertThat(
              analysis.value("kind").probabilities().values().stream()
                  .mapToDouble(Double::doubleValue)
                  .sum())
          .isCloseTo(1, within(0.032));
      assertThatThrownBy(() -> analyser.analyse(List.of(crop(80))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The analyser 'ours' needs a crop ");
    }
  }

  @Test
  void shouldAddUpALabelThatStandsTwice() throws Exception {
    String twice = labels(32) + "," + labels(32);
    try (FaceAnalyser analyser = open(declared(112, "embedding", twice, true))) {
      assertThat(analyser.analyse(List.of(crop(112))).value("kind").probabilities()).hasSize(32);
    }
  }

  @Test
  void shouldSayThatTheNetworkGivesAnotherNumberOfLabels() {
    assertRefused(
        declared(112, "embedding", labels(7), true),
        "ours.onnx: its output 'embedding' has the shape (1, 64) where 7 labels are declared:"
            + " correct the declaration, or replace the file");
  }

  @Test
  void shouldSayThatTheNetworkGivesNoProbabilities() {
    assertRefused(
        declared(112, "embedding", labels(64), false),
        "ours.onnx: its output 'embedding' gives no probabilities, which add up to 1: declare"
            + " \"logits\": true for it, or name another output");
  }

  @Test
  void shouldNameTheOutputsThatThereAre() {
    assertRefused(
        declared(112, "prob", labels(64), true),
        "ours.onnx has no output 'prob' but embedding: correct the declaration, or replace the"
            + " file");
  }

  @Test
  void shouldSayThatTheNetworkTakesAnotherSize() {
    assertThatThrownBy(() -> open(declared(80, "embedding", labels(64), true)).close())
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("ours.onnx does not run as the analyser 'ours' (")
        .hasMessageContaining("80")
        .hasMessageEndingWith("): correct its declaration, or replace the file");
  }

  @Test
  void shouldSayThatTheFileIsAnother() throws Exception {
    String declared = declared(112, "embedding", labels(64), true);
    Files.writeString(folder.resolve(FILE), "not a model");
    assertThatThrownBy(() -> open(declared).close())
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith(folder.resolve(FILE) + " is refused, its SHA-256 is ")
        .hasMessageEndingWith(
            "remove it, then put the right one there, or declare the file that is meant");
  }

  @Test
  void shouldSayThatTheFileIsNoModel() throws Exception {
    Files.writeString(folder.resolve(FILE), "not a model");
    assertThatThrownBy(() -> open(declared(112, "embedding", labels(64), true)).close())
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("ours.onnx does not load as an ONNX model: replace the file");
  }

  @Test
  void shouldSayThatTheFileIsMissing() throws Exception {
    String declared = declared(112, "embedding", labels(64), true);
    Files.delete(folder.resolve(FILE));
    assertThatThrownBy(() -> open(declared).close())
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("ours.onnx is in none of ")
        .hasMessageContaining(folder.toString());
  }

  private void assertRefused(String declared, String message) {
    assertThatThrownBy(() -> open(declared).close())
        .isInstanceOf(VisionException.class)
        .hasMessage(message);
  }

  private FaceAnalyser open(String declared) {
    AnalyserModel model = AnalyserFile.parse(declared.getBytes(UTF_8), "ours.json");
    return Analysers.open(model, folder);
  }

  private String declared(int side, String output, String labels, boolean logits) {
    return String.format(
        Locale.ROOT,
        """
        {"name": "ours", "title": "ours", "kind": "onnx-classifier", "modelId": "ours-1",
         "infers": ["other"],
         "input": {"width": %d, "height": %d, "colourOrder": "RGB",
                   "mean": [0, 0, 0], "std": [255, 255, 255]},
         "networks": [{"crop": {"kind": "square", "factor": 1},
                       "files": [{"file": "%s", "sha256": "%s", "licence": "ours"}]}],
         "outputs": [{"output": "%s", "value": "kind", "labels": [%s], "logits": %s}]}
        """,
        side,
        side,
        FILE,
        checksum(),
        output,
        labels,
        logits);
  }

  private String checksum() {
    try {
      return Checksum.of(folder.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String labels(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"l" + i + "\"")
        .collect(Collectors.joining(","));
  }

  private static AnalyserCrop crop(int side) {
    CropShape shape = new CropShape(CropKind.SQUARE, 1, side, side);
    return new AnalyserCrop(shape, 1, new byte[shape.bytes()]);
  }
}

package io.facestream.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongModelTest {
  @TempDir Path folder;

  @Test
  void shouldSayThatAFileIsNoModelAtAll() throws Exception {
    Path file = Files.writeString(folder.resolve("readme.onnx"), "not a model");
    assertThatThrownBy(() -> OnnxModel.load(file))
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("readme.onnx does not load as an ONNX model: replace the file");
  }

  @Test
  void shouldSayThatAnEmbedderIsNoDetector() {
    Path embedder = TestFiles.models().resolve("mobilefacenet_foamliu.onnx");
    assertThatThrownBy(() -> YuNet.load(ModelPacks.named("standard").detector(), embedder))
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("mobilefacenet_foamliu.onnx does not run as a YuNet detector: ");
  }

  @Test
  void shouldSayThatADetectorIsNoEmbedder() {
    Path detector = TestFiles.models().resolve("yunet_n_dynamic.onnx");
    assertThatThrownBy(() -> load(detector, ModelPacks.named("standard").embedder()))
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("yunet_n_dynamic.onnx ");
  }

  @Test
  void shouldSayThatAnEmbedderHasAnotherDimension() {
    Path file = TestFiles.models().resolve("mobilefacenet_foamliu_dynbatch.onnx");
    EmbedderModel m = ModelPacks.named("standard").embedder();
    EmbedderModel longer =
        new EmbedderModel(
            m.kind(), m.modelId(), 512, List.of(), m.colourOrder(), m.mean(), m.std(), null);
    assertThatThrownBy(() -> load(file, longer))
        .isInstanceOf(VisionException.class)
        .hasMessage(
            "mobilefacenet_foamliu_dynbatch.onnx is no embedder of dimension 512: its output is"
                + " (1, 128)");
  }

  private static void load(Path file, EmbedderModel manifest) {
    ArcFace.load(OnnxModel.load(file), manifest, 1).close();
  }
}

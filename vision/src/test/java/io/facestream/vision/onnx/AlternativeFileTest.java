package io.facestream.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.testing.TestFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlternativeFileTest {

  @Test
  void shouldAnswerTheSameBitsWithThePublishedFileAsWithTheOneForBatches() {
    EmbedderModel manifest = ModelPacks.named("standard").embedder();
    List<float[][]> answers = new ArrayList<>();
    for (ModelFile file : manifest.files()) {
      OnnxModel model = OnnxModel.load(TestFiles.models().resolve(file.file()));
      try (ArcFace loaded = ArcFace.load(model, manifest, file.maxBatch());
          FaceEmbedder embedder = loaded.newEmbedder()) {
        answers.add(embedder.embed(crops()));
      }
    }
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0)).isDeepEqualTo(answers.get(1));
  }

  private static List<byte[]> crops() {
    Random random = new Random(7);
    List<byte[]> crops = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      byte[] crop = new byte[FaceAligner.CROP_BYTES];
      random.nextBytes(crop);
      crops.add(crop);
    }
    return crops;
  }
}

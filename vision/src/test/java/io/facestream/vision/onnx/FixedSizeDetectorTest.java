package io.facestream.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The detector of the official pack, whose file takes pictures of exactly 640×640. */
class FixedSizeDetectorTest {

  @Test
  void shouldFindAsManyFacesAsTheReferenceWithinThePicture() throws Exception {
    DetectorModel manifest = ModelPacks.named("official").detector();
    double minScore = FinderOptions.forVideo(ModelPacks.named("official")).minScore();
    var golden = new ObjectMapper().readTree(TestFiles.models().resolve("golden.json").toFile());
    try (YuNet model =
            YuNet.load(manifest, TestFiles.models().resolve(manifest.files().get(0).file()));
        FaceDetector detector = model.newDetector(0, minScore)) {
      for (JsonNode image : golden.get("images")) {
        byte[] photo = Files.readAllBytes(TestFiles.data(image.get("file").asText()));
        try (Picture picture = Picture.decode(photo, DecodeOptions.fullSize())) {
          assertThat(detector.detect(picture))
              .hasSize(image.get("yunet_s_2023mar_face_count").asInt())
              .allSatisfy(face -> assertInside(face, picture));
        }
      }
    }
  }

  private static void assertInside(DetectedFace face, Picture picture) {
    for (int i = 0; i < face.landmarks().length; i += 2) {
      assertThat(face.landmarks()[i]).isBetween(0f, (float) picture.width());
      assertThat(face.landmarks()[i + 1]).isBetween(0f, (float) picture.height());
    }
  }
}

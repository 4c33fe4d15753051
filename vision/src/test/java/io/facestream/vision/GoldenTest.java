package io.facestream.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.quality.QualityThresholds;
import io.facestream.vision.testing.TestFiles;
import io.facestream.vision.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same faces and vectors as an independent implementation found in 15 pictures. */
class GoldenTest {
  private static final Offset<Float> HALF_A_PIXEL = within(0.5f);

  @Test
  void shouldFindTheSameFacesAsTheReference() throws Exception {
    try (Vision vision = Vision.open("standard", TestFiles.models());
        FaceFinder finder = nativeSizeFinder(vision)) {
      for (JsonNode image : golden().get("images")) {
        assertSameFaces(image, finder.find(read(image)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"standard,mobilefacenet_foamliu_dynbatch", "accurate,mbf_512_espdl"})
  void shouldEmbedLikeTheReference(String pack, String key) throws Exception {
    try (Vision vision = Vision.open(pack, TestFiles.models());
        FaceFinder finder = nativeSizeFinder(vision);
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (JsonNode image : golden().get("images")) {
        if (image.get("yunet_n_faces").isEmpty()) {
          continue;
        }
        byte[] crop = finder.find(read(image)).faces().get(0).crop();
        float[] vector = embedder.embed(List.of(crop))[0];
        // The reference keeps all of the short vectors and the beginning of the long ones.
        assertThat(cosineToBeginning(image.get(key), vector))
            .as(image.get("file").asText())
            .isGreaterThan(0.995);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"standard,mobilefacenet_foamliu_dynbatch", "accurate,mbf_512_espdl"})
  void shouldReproduceTheSimilaritiesOfTheReference(String pack, String key) throws Exception {
    JsonNode expected = golden().get("cosines").get(key);
    List<float[]> vectors = new ArrayList<>();
    try (Vision vision = Vision.open(pack, TestFiles.models());
        FaceFinder finder = nativeSizeFinder(vision);
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (JsonNode file : expected.get("files")) {
        byte[] photo = Files.readAllBytes(TestFiles.data(file.asText()));
        vectors.add(embedder.embed(List.of(finder.find(photo).faces().get(0).crop()))[0]);
      }
    }
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = 0; j < vectors.size(); j++) {
        assertThat(Vectors.cosine(vectors.get(i), vectors.get(j)))
            .isCloseTo(expected.get("matrix").get(i).get(j).asDouble(), within(0.01));
      }
    }
  }

  private static void assertSameFaces(JsonNode image, FoundFaces found) {
    String file = image.get("file").asText();
    assertThat(found.width()).as(file).isEqualTo(image.get("width").asInt());
    assertThat(found.height()).as(file).isEqualTo(image.get("height").asInt());
    List<DetectedFace> faces =
        found.faces().stream()
            .map(FoundFace::face)
            .sorted(Comparator.comparingDouble(face -> -face.score()))
            .toList();
    JsonNode expected = image.get("yunet_n_faces");
    assertThat(faces).as(file).hasSize(expected.size());
    for (int i = 0; i < faces.size(); i++) {
      assertSameFace(file, expected.get(i), faces.get(i));
    }
  }

  private static void assertSameFace(String file, JsonNode expected, DetectedFace face) {
    assertThat((double) face.score())
        .as(file)
        .isCloseTo(expected.get("score").asDouble(), within(0.005));
    PixelBox box = face.box();
    float[] corners = {box.x(), box.y(), box.width(), box.height()};
    assertThat(corners).as(file).containsExactly(floats(expected.get("box")), HALF_A_PIXEL);
    assertThat(face.landmarks())
        .as(file)
        .containsExactly(floats(expected.get("kps")), HALF_A_PIXEL);
  }

  private static double cosineToBeginning(JsonNode expected, float[] vector) {
    float[] beginning = floats(expected);
    return Vectors.cosine(beginning, Arrays.copyOf(vector, beginning.length));
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  private static FaceFinder nativeSizeFinder(Vision vision) {
    return vision.newFinder(
        FinderOptions.forVideo(vision.pack())
            .withDetectorLongSide(0)
            .withMinScore(0.6)
            .withUprightScore(0)
            .withQuality(QualityThresholds.none()));
  }

  private static byte[] read(JsonNode image) throws IOException {
    return Files.readAllBytes(TestFiles.data(image.get("file").asText()));
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper().readTree(TestFiles.models().resolve("golden.json").toFile());
  }
}

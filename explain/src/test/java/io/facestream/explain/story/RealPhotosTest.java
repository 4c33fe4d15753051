package io.facestream.explain.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facestream.decision.Policies;
import io.facestream.explain.change.Change;
import io.facestream.explain.gallery.Enrolled;
import io.facestream.explain.gallery.WholeGallery;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.gallery.Template;
import io.facestream.job.search.SearchSettings;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Outcome;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People of LFW; needs FACESTREAM_MODELS and FACESTREAM_DATA. */
class RealPhotosTest {
  private static final int PEOPLE = 30;
  private static final String PACK = "standard";

  private static Path faces;
  private static List<String> people;
  private static PictureLook look;
  private static WholeGallery gallery;
  private static Explainer explainer;

  @BeforeAll
  static void enrolThirtyByOnePhotoEach() throws Exception {
    assumeThat(System.getenv("FACESTREAM_MODELS")).as("FACESTREAM_MODELS is set").isNotBlank();
    assumeThat(System.getenv("FACESTREAM_DATA")).as("FACESTREAM_DATA is set").isNotBlank();
    faces = Path.of(System.getenv("FACESTREAM_DATA"), "faces");
    look =
        new PictureLook(
            new VisionSettings(
                PACK, null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null));
    people = namesIn("lfw").stream().limit(PEOPLE).toList();
    Map<String, Enrolled> enrolled = new HashMap<>();
    for (String name : people) {
      SeenPicture photo = look.look(photo("lfw", name, 1));
      float[] embedding = photo.probes().get(0).embedding();
      if (embedding != null) {
        enrolled.put(
            name + "/1", new Enrolled(Template.of(name, name, List.of(), null), embedding, null));
      }
    }
    ModelPack pack = ModelPacks.named(PACK);
    gallery = new WholeGallery(pack.embedder().dimension(), enrolled, Map.of(), Map.of());
    explainer =
        new Explainer(
            pack,
            gallery,
            "gallery",
            Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofFalseAlerts(0.003))),
            new SearchSettings(5, 11, -1, 64, Duration.ZERO, Duration.ZERO),
            10);
  }

  @AfterAll
  static void close() {
    if (explainer != null) {
      gallery.close();
      look.close();
    }
  }

  @Test
  void shouldTellByWhatAMateIsAMatch() throws Exception {
    FaceStory face = onlyFace(photo("lfw", people.get(2), 2));
    assertThat(face.answer().match().personId()).isEqualTo(people.get(2));
    assertThat(face.gate()).hasSize(6).allMatch(FaceStory.GateMeasure::passes);
    assertThat(face.nearest()).hasSize(10);
    assertThat(face.nearest().get(0).templateId()).isEqualTo(people.get(2) + "/1");
    assertThat(face.changes()).anyMatch(change -> change.what() == Change.Kind.GALLERY_SIZE);
  }

  @Test
  void shouldTellWhatAStrangerLacks() throws Exception {
    FaceStory face = onlyFace(photo("lfw_unknown", namesIn("lfw_unknown").get(0), 1));
    assertThat(face.answer().outcome()).isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(face.answer().reasonCode()).isEqualTo(ReasonCode.BELOW_THRESHOLD);
    assertThat(face.nearest().get(0).threshold().falseAlerts()).isEqualTo(0.003);
    assertThat(face.changes())
        .extracting(Change::what)
        .contains(Change.Kind.THRESHOLD, Change.Kind.PHOTOS);
  }

  @Test
  void shouldTellAllThatIsWrongWithAFaceThatIsTooSmall() throws Exception {
    FaceStory face = onlyFace(onCanvas(photo("lfw", people.get(2), 2), 60));
    assertThat(face.answer().reasonCode()).isEqualTo(ReasonCode.TOO_SMALL);
    assertThat(face.gate()).as("its pixels are measured all the same").hasSize(6);
    assertThat(face.changes())
        .extracting(Change::text)
        .anyMatch(text -> text.matches("a face 32 px wide or wider instead of \\d\\d: .*"));
  }

  @Test
  void shouldTurnAPictureThatStandsOnItsHead() throws Exception {
    Story story =
        explainer.explain(
            "head", "", Instant.EPOCH, look.look(upsideDown(photo("lfw", people.get(2), 2))));
    assertThat(story.outcome()).isNotEqualTo(Outcome.MATCH);
    assertThat(
            Stream.concat(
                story.otherwise().stream(),
                story.faces().stream().flatMap(f -> f.changes().stream()).map(Change::text)))
        .anyMatch(text -> text.contains("clockwise by 180 degrees (camera option 'rotate: 180')"));
  }

  /** A replay embeds the faces of a frame together, as the job did, but not always the same. */
  @Test
  void shouldEmbedAFaceTheSameAloneAndAmongOthers() throws Exception {
    List<byte[]> crops = new ArrayList<>();
    for (String name : people.subList(0, 9)) {
      look.look(photo("lfw", name, 1)).faces().stream()
          .map(face -> face.found().crop())
          .filter(crop -> crop != null)
          .limit(1)
          .forEach(crops::add);
    }
    try (Vision vision = Vision.open(PACK, null);
        FaceEmbedder embedder = vision.newEmbedder()) {
      float[][] together = embedder.embed(crops);
      double furthest = 0;
      for (int i = 0; i < crops.size(); i++) {
        float[] alone = embedder.embed(List.of(crops.get(i)))[0];
        for (int j = 0; j < alone.length; j++) {
          furthest = Math.max(furthest, Math.abs(alone[j] - together[i][j]));
        }
      }
      assertThat(furthest).isCloseTo(0, within(1e-6));
    }
  }

  private static FaceStory onlyFace(byte[] picture) throws Exception {
    Story story = explainer.explain("photo", "", Instant.EPOCH, look.look(picture));
    assertThat(story.faces()).isNotEmpty();
    return story.faces().get(0);
  }

  private static List<String> namesIn(String set) throws IOException {
    try (Stream<Path> entries = Files.list(faces.resolve(set))) {
      return entries
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static byte[] photo(String set, String name, int number) throws IOException {
    return Files.readAllBytes(faces.resolve(set).resolve(name).resolve(number + ".jpg"));
  }

  /** So small in the middle of a grey picture. */
  private static byte[] onCanvas(byte[] photo, int width) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo));
    BufferedImage canvas = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(whole, 290, 200, width, width * whole.getHeight() / whole.getWidth(), null);
    graphics.dispose();
    return png(canvas);
  }

  private static byte[] upsideDown(byte[] photo) throws IOException {
    BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo));
    BufferedImage turned =
        new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = turned.createGraphics();
    graphics.rotate(Math.PI, upright.getWidth() / 2.0, upright.getHeight() / 2.0);
    graphics.drawImage(upright, 0, 0, null);
    graphics.dispose();
    return png(turned);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}

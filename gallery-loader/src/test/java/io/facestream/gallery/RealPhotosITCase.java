package io.facestream.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.gallery.PhotoOutcome.Status;
import io.facestream.photos.Picks;
import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real models on real photos; needs FACESTREAM_MODELS and FACESTREAM_DATA. */
@Tag("thorough")
@ExtendWith(GalleryBroker.class)
class RealPhotosITCase {
  private Path faces;
  private Path models;
  private GalleryTopic topic;

  @BeforeEach
  void findModelsAndPhotos(GalleryTopic own) {
    assumeThat(System.getenv("FACESTREAM_MODELS")).as("FACESTREAM_MODELS is set").isNotBlank();
    assumeThat(System.getenv("FACESTREAM_DATA")).as("FACESTREAM_DATA is set").isNotBlank();
    models = Path.of(System.getenv("FACESTREAM_MODELS"));
    faces = Path.of(System.getenv("FACESTREAM_DATA"), "faces");
    topic = own;
  }

  @Test
  void shouldLoadEveryPersonOfAGalleryOnce() {
    LoadReport report = load("hamilton_gallery", Picks.none());
    assertThat(report.refused()).isEmpty();
    assertThat(report.people()).isEqualTo(6);
    assertThat(report.count(Status.LOADED)).isEqualTo(17);
    Map<String, GalleryEntry> enrolled = GalleryBroker.enrolledIn(topic);
    assertThat(enrolled).hasSize(17).containsKey("lin-manuel-miranda/1.jpg");
    assertThat(enrolled.values())
        .allSatisfy(entry -> assertThat(lengthOf(entry)).isBetween(0.9999, 1.0001))
        .allSatisfy(entry -> assertThat(entry.getModelId()).isEqualTo(report.modelId()))
        .allSatisfy(entry -> assertThat(entry.getQuality()).isBetween(0f, 1f));
    assertThat(load("hamilton_gallery", Picks.none()).count(Status.UNCHANGED)).isEqualTo(17);
    assertThat(GalleryBroker.enrolledIn(topic)).isEqualTo(enrolled);
  }

  @Test
  void shouldFindTheSamePersonInTheTemplatesOfOneAndNotOfAnother() {
    load("hamilton_gallery", Picks.none());
    Map<String, GalleryEntry> enrolled = GalleryBroker.enrolledIn(topic);
    GalleryEntry obama = enrolled.get("barack-obama/1.jpg");
    assertThat(cosine(obama, enrolled.get("barack-obama/2.jpg"))).isGreaterThan(0.42);
    assertThat(cosine(obama, enrolled.get("joe-biden/1.jpg"))).isLessThan(0.3);
  }

  @Test
  void shouldRefuseSeveralFacesUntilOneIsPicked() {
    LoadReport refused = load("hamilton_gallery_groups", Picks.none());
    assertThat(refused.refused()).hasSize(3);
    assertThat(refused.refused())
        .allSatisfy(photo -> assertThat(photo.reason()).contains("faces; crop it, or choose one"))
        .allSatisfy(photo -> assertThat(photo.faces()).hasSizeGreaterThanOrEqualTo(2))
        .allSatisfy(photo -> assertThat(photo.faces().get(0).width()).isGreaterThan(32));
    Picks picks = Picks.parse(List.of("largest", "obama_and_biden.jpg=2"));
    LoadReport picked = load("hamilton_gallery_groups", picks);
    assertThat(picked.refused()).isEmpty();
    assertThat(GalleryBroker.enrolledIn(topic).get("obama-and-biden/obama_and_biden.jpg"))
        .extracting(GalleryEntry::getSourceFace)
        .isEqualTo("2");
    assertThat(load("hamilton_gallery_groups", picks).count(Status.UNCHANGED)).isEqualTo(3);
  }

  @Test
  void shouldEnrolThePickedFaceAndNotTheOther() {
    load("hamilton_gallery", Picks.none());
    GalleryEntry one = pickOfObamaAndBiden("1");
    GalleryEntry two = pickOfObamaAndBiden("2");
    GalleryEntry obama = GalleryBroker.enrolledIn(topic).get("barack-obama/1.jpg");
    GalleryEntry biden = GalleryBroker.enrolledIn(topic).get("joe-biden/1.jpg");
    boolean obamaIsLarger = cosine(one, obama) > cosine(one, biden);
    assertThat(cosine(obamaIsLarger ? one : two, obama)).isGreaterThan(0.42);
    assertThat(cosine(obamaIsLarger ? two : one, biden)).isGreaterThan(0.42);
  }

  @Test
  void shouldCountTheFacesOfGroups() {
    LoadReport report = load("compreface_groups", Picks.none());
    assertThat(report.photos()).hasSize(9);
    assertThat(report.refused()).hasSize(9);
    for (PhotoOutcome photo : report.refused()) {
      int expected = Integer.parseInt(photo.photo().substring(0, 1));
      if (expected == 0) {
        assertThat(photo.reason()).isEqualTo("no face found");
      } else {
        assertThat(photo.faces()).as(photo.photo()).hasSize(expected);
      }
    }
    assertThat(GalleryBroker.enrolledIn(topic)).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoPictureAndGoOn(@TempDir Path folder) throws IOException {
    Path ada = Files.createDirectories(folder.resolve("ada"));
    byte[] whole = Files.readAllBytes(faces.resolve("hamilton_gallery/Joe_Biden/1.jpg"));
    Files.write(ada.resolve("1.jpg"), whole);
    Files.write(ada.resolve("2 cut.jpg"), Arrays.copyOf(whole, whole.length / 3));
    Files.writeString(ada.resolve("3 text.jpg"), "no picture at all");
    LoadReport report = load(folder, Picks.none());
    assertThat(report.count(Status.LOADED)).isEqualTo(1);
    assertThat(report.refused())
        .extracting(PhotoOutcome::photo)
        .containsExactly("ada/2 cut.jpg", "ada/3 text.jpg");
    assertThat(report.refused())
        .allSatisfy(photo -> assertThat(photo.reason()).startsWith("unreadable: "));
  }

  @Test
  void shouldEnrolTheSameFaceFromFormatsThatOnlyEnrolmentTakes(@TempDir Path folder)
      throws IOException {
    Path original = faces.resolve("hamilton_gallery/Joe_Biden/1.jpg");
    Path joe = Files.createDirectories(folder.resolve("joe"));
    Files.copy(original, joe.resolve("1.jpg"));
    List<String> others = List.of("2.bmp", "3.tiff", "4.gif");
    try (Mat photo = opencv_imgcodecs.imread(original.toString())) {
      others.forEach(name -> opencv_imgcodecs.imwrite(joe.resolve(name).toString(), photo));
    }
    assertThat(load(folder, Picks.none()).refused()).isEmpty();
    Map<String, GalleryEntry> enrolled = GalleryBroker.enrolledIn(topic);
    for (String other : others) {
      assertThat(cosine(enrolled.get("joe/1.jpg"), enrolled.get("joe/" + other)))
          .as(other)
          .isGreaterThan(0.9);
    }
  }

  @Test
  void shouldTurnAPhotoUprightAndRefuseOneThatIsDark(@TempDir Path folder) throws IOException {
    Path original = faces.resolve("hamilton_gallery/Joe_Biden/1.jpg");
    Path joe = Files.createDirectories(folder.resolve("joe"));
    Files.copy(original, joe.resolve("1 upright.jpg"));
    try (Mat photo = opencv_imgcodecs.imread(original.toString());
        Mat changed = new Mat()) {
      opencv_core.rotate(photo, changed, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
      opencv_imgcodecs.imwrite(joe.resolve("2 side.png").toString(), changed);
      opencv_core.rotate(photo, changed, opencv_core.ROTATE_180);
      opencv_imgcodecs.imwrite(joe.resolve("3 head.png").toString(), changed);
      photo.convertTo(changed, -1, 0.1, 0);
      opencv_imgcodecs.imwrite(joe.resolve("4 dark.png").toString(), changed);
    }
    LoadReport report = load(folder, Picks.none());
    assertThat(report.count(Status.LOADED)).isEqualTo(3);
    assertThat(report.remarked())
        .extracting(PhotoOutcome::remark)
        .containsExactly(
            "was turned upright, clockwise by 90 degrees",
            "was turned upright, clockwise by 180 degrees");
    assertThat(report.refused())
        .singleElement()
        .extracting(PhotoOutcome::reason)
        .asString()
        .startsWith("poor quality: too dark: ");
    Map<String, GalleryEntry> enrolled = GalleryBroker.enrolledIn(topic);
    GalleryEntry upright = enrolled.get("joe/1 upright.jpg");
    assertThat(cosine(upright, enrolled.get("joe/2 side.png"))).isGreaterThan(0.95);
    assertThat(cosine(upright, enrolled.get("joe/3 head.png"))).isGreaterThan(0.95);
  }

  private GalleryEntry pickOfObamaAndBiden(String number) {
    load("hamilton_gallery_groups", Picks.parse(List.of("obama_and_biden.jpg=" + number)));
    return GalleryBroker.enrolledIn(topic).get("obama-and-biden/obama_and_biden.jpg");
  }

  private LoadReport load(String set, Picks picks) {
    return load(faces.resolve(set), picks);
  }

  private LoadReport load(Path folder, Picks picks) {
    LoadOptions options =
        LoadOptions.of(topic.connection(), "standard")
            .withTopic(topic)
            .withModels(models)
            .withThreads(2)
            .withPicks(picks);
    return GalleryLoader.load(folder, options, LoadProgress.SILENT);
  }

  private static double lengthOf(GalleryEntry entry) {
    return Math.sqrt(cosine(entry, entry));
  }

  private static double cosine(GalleryEntry a, GalleryEntry b) {
    double sum = 0;
    for (int i = 0; i < a.getEmbeddingCount(); i++) {
      sum += (double) a.getEmbedding(i) * b.getEmbedding(i);
    }
    return sum;
  }
}

package io.facestream.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.gallery.PhotoOutcome.Status;
import io.facestream.gallery.testing.FacesInText;
import io.facestream.photos.Picks;
import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(GalleryBroker.class)
class GalleryLoaderITCase {
  private final AtomicInteger looks = new AtomicInteger();
  @TempDir private Path folder;
  private GalleryTopic topic;

  @BeforeEach
  void useATopicOfItsOwn(GalleryTopic own) {
    topic = own;
  }

  @Test
  void shouldEnrolEveryPersonUnderTheIdOfItsFolder() throws IOException {
    photo("Ada_Lovelace/1.jpg", "ada");
    photo("Ada_Lovelace/2.PNG", "ada in profile");
    photo("charles babbage.jpg", "charles");
    LoadReport report = load();
    assertThat(report.count(Status.LOADED)).isEqualTo(3);
    assertThat(enrolled())
        .containsOnlyKeys(
            "ada-lovelace/1.jpg", "ada-lovelace/2.PNG", "charles-babbage/charles babbage.jpg");
    GalleryEntry ada = enrolled().get("ada-lovelace/1.jpg");
    assertThat(ada.getPersonId()).isEqualTo("ada-lovelace");
    assertThat(ada.getName()).isEqualTo("Ada Lovelace");
    assertThat(ada.getModelId()).isEqualTo("model-a");
    assertThat(ada.getEmbeddingList()).hasSize(2);
    assertThat(ada.getSourceSha256()).hasSize(64);
    assertThat(ada.getEnrolledAt().getSeconds()).isPositive();
  }

  @Test
  void shouldNotLookAtUnchangedPhotosAgain() throws IOException {
    photo("ada/1.jpg", "ada");
    photo("bob/1.jpg", "bob");
    load();
    Map<String, GalleryEntry> before = enrolled();
    photo("bob/1.jpg", "bob with a beard");
    LoadReport report = load();
    assertThat(report.count(Status.UNCHANGED)).isEqualTo(1);
    assertThat(report.count(Status.LOADED)).isEqualTo(1);
    assertThat(looks).hasValue(3);
    assertThat(enrolled().get("ada/1.jpg")).isEqualTo(before.get("ada/1.jpg"));
    assertThat(enrolled().get("bob/1.jpg")).isNotEqualTo(before.get("bob/1.jpg"));
  }

  @Test
  void shouldLookAgainWithAnotherModel() throws IOException {
    photo("ada/1.jpg", "ada");
    load();
    LoadReport report = load(options(), "model-b");
    assertThat(report.count(Status.LOADED)).isEqualTo(1);
    assertThat(enrolled().get("ada/1.jpg").getModelId()).isEqualTo("model-b");
  }

  @Test
  void shouldRewriteWhatIsSaidAboutAPersonWithoutLooking() throws IOException {
    photo("ada/1.jpg", "ada");
    load();
    photo("ada/person.yaml", "name: Countess\nwatchlists: [vip]\nthreshold: 0.5\n");
    LoadReport report = load();
    assertThat(report.count(Status.UPDATED)).isEqualTo(1);
    assertThat(looks).hasValue(1);
    GalleryEntry ada = enrolled().get("ada/1.jpg");
    assertThat(ada.getName()).isEqualTo("Countess");
    assertThat(ada.getWatchlistsList()).containsExactly("vip");
    assertThat(ada.getThreshold()).isEqualTo(0.5f);
    assertThat(ada.getEmbeddingList()).hasSize(2);
    assertThat(load().count(Status.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void shouldMakeAliasesOnePersonAndEraseTheirFormerTemplates() throws IOException {
    photo("Ada_Lovelace/1.jpg", "ada");
    photo("AAL/1.jpg", "ada in profile");
    load();
    assertThat(enrolled()).containsOnlyKeys("ada-lovelace/1.jpg", "aal/1.jpg");
    photo("Ada_Lovelace/person.yaml", "aliases: [AAL]");
    LoadReport report = load();
    assertThat(report.erased()).containsExactly("aal/1.jpg");
    assertThat(report.people()).isEqualTo(1);
    assertThat(looks).hasValue(2);
    assertThat(enrolled()).containsOnlyKeys("ada-lovelace/1.jpg", "ada-lovelace/AAL/1.jpg");
    assertThat(enrolled().values())
        .allSatisfy(entry -> assertThat(entry.getPersonId()).isEqualTo("ada-lovelace"))
        .allSatisfy(entry -> assertThat(entry.getName()).isEqualTo("Ada Lovelace"));
  }

  @Test
  void shouldRefuseAPhotoAndGoOn() throws IOException {
    photo("ada/1.jpg", "ada");
    photo("ada/2.jpg", "ada,bob");
    photo("ada/3.jpg", "");
    photo("ada/notes.txt", "no photo");
    LoadReport report = load();
    assertThat(report.count(Status.LOADED)).isEqualTo(1);
    assertThat(report.refused())
        .extracting(PhotoOutcome::photo, PhotoOutcome::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ada/2.jpg", "2 faces"),
            org.assertj.core.groups.Tuple.tuple("ada/3.jpg", "unreadable: the file is empty"));
    assertThat(report.ignored()).containsExactly("ada/notes.txt (not a picture)");
  }

  @Test
  void shouldRefuseAPhotoWhoseNameNoTemplateMayHave() throws IOException {
    photo("ada/1.jpg", "ada");
    photo("ada/2\n.jpg", "ada in profile");
    LoadReport report = load();
    assertThat(report.refused())
        .singleElement()
        .extracting(PhotoOutcome::reason)
        .isEqualTo("the photo '2\\n.jpg' holds a control character; leave it out");
    assertThat(enrolled()).containsOnlyKeys("ada/1.jpg");
  }

  @Test
  void shouldNameEveryPersonWithoutATemplate() throws IOException {
    photo("ada/1.jpg", "ada");
    photo("bob/1.jpg", "");
    photo("eve/notes.txt", "no photo");
    photo(".trash/1.jpg", "ada");
    Files.createDirectories(folder.resolve("mallory"));
    LoadReport report = load();
    assertThat(report.withoutTemplate()).containsExactly("bob", "eve", "mallory");
    assertThat(report.hidden()).containsExactly(".trash");
  }

  @Test
  void shouldRememberAChoiceAndFollowAnother() throws IOException {
    photo("ada/1.jpg", "bob,ada");
    load(options().withPicks(Picks.parse(List.of("ada/1.jpg=2"))), "model-a");
    assertThat(enrolled().get("ada/1.jpg").getSourceFace()).isEqualTo("2");
    assertThat(load().count(Status.UNCHANGED)).isEqualTo(1);
    LoadReport report = load(options().withPicks(Picks.parse(List.of("1"))), "model-a");
    assertThat(report.count(Status.LOADED)).isEqualTo(1);
    assertThat(enrolled().get("ada/1.jpg").getEmbeddingList())
        .containsExactly(FacesInText.unitVector("bob")[0], FacesInText.unitVector("bob")[1]);
  }

  @Test
  void shouldWarnOfOnePhotoUnderTwoPeople() throws IOException {
    photo("ada/1.jpg", "twin");
    photo("bob/1.jpg", "twin");
    assertThat(load().warnings())
        .containsExactly("the same photo is enrolled for several people: ada/1.jpg, bob/1.jpg");
  }

  @Test
  void shouldEraseVanishedPhotosOnlyWhenAskedTo() throws IOException {
    photo("ada/1.jpg", "ada");
    photo("ada/2.jpg", "ada in profile");
    load();
    enrolByHand("bob/1.jpg", "bob");
    Files.delete(folder.resolve("ada/2.jpg"));
    assertThat(load().erased()).isEmpty();
    assertThat(load(options().withPrune(true), "model-a").erased()).containsExactly("ada/2.jpg");
    assertThat(enrolled()).containsOnlyKeys("ada/1.jpg", "bob/1.jpg");
  }

  @Test
  void shouldLoadOnManyThreads() throws IOException {
    for (int i = 0; i < 200; i++) {
      photo("p" + i % 40 + "/" + i + ".jpg", "face " + i);
    }
    assertThat(load(options().withThreads(8), "model-a").count(Status.LOADED)).isEqualTo(200);
    assertThat(enrolled()).hasSize(200);
    assertThat(load(options().withThreads(8), "model-a").count(Status.UNCHANGED)).isEqualTo(200);
  }

  private LoadReport load() {
    return load(options(), "model-a");
  }

  private LoadReport load(LoadOptions options, String modelId) {
    return GalleryLoader.load(
        folder, options, modelId, () -> new FacesInText(looks), LoadProgress.SILENT);
  }

  private LoadOptions options() {
    return LoadOptions.of(topic.connection(), "builtin").withTopic(topic);
  }

  private Map<String, GalleryEntry> enrolled() {
    return GalleryBroker.enrolledIn(topic);
  }

  private void enrolByHand(String templateId, String person) {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put(
          templateId,
          GalleryEntry.newBuilder()
              .setPersonId(person)
              .setSourceSha256("0".repeat(64))
              .addEmbedding(1)
              .build());
    }
  }

  private void photo(String relative, String content) throws IOException {
    Path file = folder.resolve(relative);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}

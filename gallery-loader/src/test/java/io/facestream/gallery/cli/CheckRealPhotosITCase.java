package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.gallery.GalleryLoader;
import io.facestream.gallery.LoadOptions;
import io.facestream.gallery.LoadProgress;
import io.facestream.gallery.people.PersonNames;
import io.facestream.photos.Picks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People of LFW; needs FACESTREAM_MODELS and FACESTREAM_DATA. */
@ExtendWith(GalleryBroker.class)
@Timeout(120)
class CheckRealPhotosITCase {
  private static final int PEOPLE = 30;

  @TempDir private Path folder;
  private Path lfw;
  private GalleryTopic topic;

  @BeforeEach
  void findModelsAndPhotos(GalleryTopic own) {
    assumeThat(System.getenv("FACESTREAM_MODELS")).as("FACESTREAM_MODELS is set").isNotBlank();
    assumeThat(System.getenv("FACESTREAM_DATA")).as("FACESTREAM_DATA is set").isNotBlank();
    lfw = Path.of(System.getenv("FACESTREAM_DATA"), "faces", "lfw");
    topic = own;
  }

  @Test
  void shouldFindThePhotosThatWerePutUnderWrongNamesAndHardlyAnyOther() throws Exception {
    List<String> names = people();
    for (String name : names) {
      copyPhotosOf(name);
    }
    // Somebody else's photo beside one's own; somebody's photo under a second name, alone; a copy.
    copy(names.get(1), 1, names.get(0) + "/wrong.jpg");
    Files.delete(folder.resolve(names.get(1)).resolve("1.jpg"));
    copy(names.get(2), 2, "Second_Name/1.jpg");
    Files.delete(folder.resolve(names.get(2)).resolve("2.jpg"));
    copy(names.get(4), 1, names.get(3) + "/copy.jpg");
    load();

    JsonNode json = new ObjectMapper().readTree(check().out());
    assertThat(templates(json.at("/check/misplaced"), "/photo/templateId"))
        .contains(id(names.get(0)) + "/wrong.jpg", id(names.get(3)) + "/copy.jpg");
    assertThat(templates(json.at("/check/samePeople"), "/second/personId")).contains("second-name");
    assertThat(json.at("/check/samePhotos")).hasSize(1);
    int photos = json.at("/check/templates").asInt();
    assertThat(photos).isGreaterThan(PEOPLE * 4 * 9 / 10);
    int others =
        json.at("/check/misplaced").size()
            + json.at("/check/disagreeing").size()
            + json.at("/check/samePeople").size()
            - 3;
    assertThat(others).as(json.at("/check/misplaced").toString()).isLessThan(photos / 30);
  }

  private List<String> people() throws IOException {
    try (Stream<Path> entries = Files.list(lfw)) {
      return entries
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .limit(PEOPLE)
          .toList();
    }
  }

  private void copyPhotosOf(String name) throws IOException {
    for (int photo = 1; photo <= 4; photo++) {
      copy(name, photo, name + "/" + photo + ".jpg");
    }
  }

  private void copy(String name, int photo, String target) throws IOException {
    Path to = folder.resolve(target);
    Files.createDirectories(to.getParent());
    Files.copy(lfw.resolve(name).resolve(photo + ".jpg"), to);
  }

  private void load() {
    LoadOptions options =
        LoadOptions.of(topic.connection(), "standard")
            .withTopic(topic)
            .withModels(Path.of(System.getenv("FACESTREAM_MODELS")))
            .withThreads(2)
            .withPicks(Picks.parse(List.of("center")));
    GalleryLoader.load(folder, options, LoadProgress.SILENT);
  }

  private GalleryRun check() {
    GalleryRun run = GalleryRun.on(topic, "check", "--json", "--verdicts", "no-verdicts");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    return run;
  }

  private static List<String> templates(JsonNode found, String field) {
    List<String> ids = new ArrayList<>();
    found.forEach(one -> ids.add(one.at(field).asText()));
    return ids;
  }

  private static String id(String name) {
    return PersonNames.id(name);
  }
}

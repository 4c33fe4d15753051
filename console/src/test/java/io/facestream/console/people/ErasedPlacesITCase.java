package io.facestream.console.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.CameraFrames;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Traces;
import io.facestream.console.testing.Until;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is erased is nowhere any more, looked at place by place. */
@Tag("thorough")
@Timeout(300)
class ErasedPlacesITCase {
  private static final String NAME = "Zenobia Quartz";
  private static final String CAMERA = "door";

  @RegisterExtension static final TestJob JOB = new TestJob();

  @TempDir private Path folder;

  @Test
  void shouldLeaveNothingOfThePerson() throws Exception {
    Path files;
    Traces traces;
    try (TestConsole console = new TestConsole(TestDatabase.H2, JOB.desk())) {
      files = console.database().folder().orElseThrow();
      Browser desk = console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"]");
      String id = enrol(desk);
      beSeen(desk, id);
      traces = tracesOf(id);
      Path before = folder.resolve("before");
      JOB.stopWithSavepoint(before);
      assertThat(traces.in(before)).as("what is to be erased").contains("name", "embedding");

      JOB.start();
      Answer receipt = desk.delete("/api/v1/people/" + id);
      assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
      Until.holds(() -> assertThat(outcome(desk)).isEqualTo("unknown"));
      assertThat(entries()).noneSatisfy((key, entry) -> assertThat(key).startsWith(id));
      assertThat(desk.get("/api/v1/sightings?person=" + id).json().get("items")).isEmpty();
      assertThat(desk.get("/api/v1/alerts?person=" + id).json().get("items")).isEmpty();
      Path after = folder.resolve("after");
      JOB.stopWithSavepoint(after);
      assertThat(traces.in(after)).as("the savepoint").isEmpty();
    }
    assertThat(traces.in(files)).as("the files of the database").isEmpty();
  }

  private static String enrol(Browser desk) {
    Until.holds(() -> assertThat(outcome(desk)).isEqualTo("unknown"));
    String token = look(desk).get("token").asText();
    Answer made =
        desk.post(
            "/api/v1/people",
            "{\"name\":\"" + NAME + "\",\"watchlists\":[\"guests\"],\"face\":\"" + token + "\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Until.holds(() -> assertThat(outcome(desk)).isEqualTo("match"));
    return made.text("personId");
  }

  /**
   * Comes before a camera, and goes: a visit with its alerts. Two minutes later no late frame can
   * belong to it any more, and the job has no memory of it.
   */
  private static void beSeen(Browser desk, String id) {
    CameraFrames.send(JOB, CAMERA, JOB.pictureOfAStranger(), 10, 0);
    CameraFrames.send(JOB, CAMERA, Pictures.grey(320, 240), 1, 120_000);
    String visits = "/api/v1/sightings?person=" + id;
    Until.holds(
        () ->
            assertThat(desk.get(visits).json().at("/items/0/state").asText()).isEqualTo("closed"));
    Until.holds(
        () -> assertThat(desk.get("/api/v1/alerts?person=" + id).json().get("items")).isNotEmpty());
  }

  private static JsonNode look(Browser desk) {
    return desk.postPicture("/api/v1/recognize", JOB.pictureOfAStranger()).json();
  }

  private static String outcome(Browser desk) {
    return look(desk).path("outcome").asText();
  }

  private static Map<String, GalleryEntry> entries() {
    GalleryTopic gallery =
        new GalleryTopic(JOB.desk().connection(), JOB.desk().topics().gallery().name());
    try (GalleryReader reader = GalleryReader.open(gallery)) {
      return reader.latest((key, entry) -> entry);
    }
  }

  private static Traces tracesOf(String id) {
    GalleryEntry entry =
        entries().values().stream()
            .filter(one -> one.getPersonId().equals(id))
            .findFirst()
            .orElseThrow();
    return new Traces()
        .with("name", NAME.getBytes(UTF_8))
        .withFloats("embedding", entry.getEmbeddingList().subList(0, 8));
  }
}

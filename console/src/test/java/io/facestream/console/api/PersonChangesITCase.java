package io.facestream.console.api;

import static io.facestream.console.testing.TestGallery.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.TestGallery;
import io.facestream.console.testing.Until;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;

/** What is changed of people without looking at a face. */
@Tag("thorough")
@Timeout(120)
@OnEachDatabase
class PersonChangesITCase {
  private static final String PEOPLE = "/api/v1/people";
  private static final String ADA = PEOPLE + "/ada";
  private static final String INTO_BOB = "{\"into\":\"bob\"}";

  @Parameter private TestDatabase kind;

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    TestGallery.put(desk, "ada/one", entry("ada", "Ada", "guests").putAttributes("room", "12"));
    TestGallery.put(desk, "ada/two", entry("ada", "Countess", "guests"));
    TestGallery.put(desk, "bob/one", entry("bob", "Bob", "staff"));
    console = new TestConsole(kind, desk);
    admin = console.admin();
    Until.holds(
        () -> {
          assertThat(admin.get(ADA).json().path("photos")).hasSize(2);
          assertThat(admin.get(PEOPLE + "/bob").status()).isEqualTo(200);
        });
  }

  @AfterEach
  void end() {
    console.close();
  }

  private Answer patch(String json) {
    return admin.send("PATCH", ADA, "application/merge-patch+json", json);
  }

  @Test
  void shouldChangeWhatIsNamedAndRemoveWhatIsNull() {
    Answer made =
        patch(
            "{\"details\":{\"seat\":\"4\"},\"legalBasis\":\"consent of 1 March\","
                + "\"validFrom\":\"2026-01-01T00:00:00Z\",\"validUntil\":\"2027-01-01T01:00:00+01:00\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().get("details").toString()).isEqualTo("{\"room\":\"12\",\"seat\":\"4\"}");
    assertThat(made.text("legalBasis")).isEqualTo("consent of 1 March");
    assertThat(made.text("validUntil")).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(made.text("name")).isEqualTo("Ada");
    assertThat(admin.get(ADA).body()).isEqualTo(made.body());

    Answer less = patch("{\"details\":{\"room\":null},\"validFrom\":null,\"legalBasis\":null}");
    assertThat(less.json().get("details").toString()).isEqualTo("{\"seat\":\"4\"}");
    assertThat(less.json().has("validFrom")).isFalse();
    assertThat(less.json().has("legalBasis")).isFalse();
    assertThat(less.text("validUntil")).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(patch("{\"details\":null}").json().get("details")).isEmpty();
  }

  /** Where photos are of aliases, what is not named stays with each. */
  @Test
  void shouldNotChangeTheNameOfAnAlias() {
    patch("{\"watchlists\":[\"club\"]}");
    Answer without = admin.delete(ADA + "/photos/one");
    assertThat(without.status()).isEqualTo(204);
    assertThat(admin.get(ADA).text("name")).isEqualTo("Countess");
    assertThat(admin.get(ADA).json().get("watchlists").toString()).isEqualTo("[\"club\"]");
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    for (String wrong :
        List.of(
            "{\"name\":null}",
            "{\"name\":\" \"}",
            "{\"nmae\":\"x\"}",
            "{\"watchlists\":\"staff\"}",
            "{\"watchlists\":[1]}",
            "{\"details\":[]}",
            "{\"details\":{\"a\":1}}",
            "{\"details\":{\"legalBasis\":\"x\"}}",
            "{\"validFrom\":\"tomorrow\"}",
            "{\"validUntil\":\"+100000-01-01T00:00:00Z\"}",
            "{\"validFrom\":\"2026-01-02T00:00:00Z\",\"validUntil\":\"2026-01-01T00:00:00Z\"}",
            "[]",
            "null")) {
      assertThat(patch(wrong).code()).as(wrong).isEqualTo("invalid");
    }
    assertThat(admin.send("PATCH", ADA, "text/plain", "{}").code()).isEqualTo("wrong-type");
    assertThat(admin.get(ADA).text("name")).isEqualTo("Ada");
  }

  @Test
  void shouldNotChangeWhatSomebodyElseHasChanged() {
    String tag = admin.get(ADA).header("ETag");
    assertThat(tag).isNotEmpty();
    admin.with("If-Match", tag);
    Answer first = patch("{\"name\":\"Ada King\"}");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(patch("{\"name\":\"Ada Byron\"}").code()).isEqualTo("changed-meanwhile");
    assertThat(admin.get(ADA).text("name")).isEqualTo("Ada King");
    admin.with("If-Match", "\"x\", " + first.header("ETag"));
    assertThat(patch("{\"name\":\"Ada Byron\"}").status()).isEqualTo(200);
    assertThat(admin.with("If-Match", null).get(ADA).text("name")).isEqualTo("Ada Byron");
  }

  @Test
  void shouldKeepTheLastPhoto() {
    assertThat(admin.delete(PEOPLE + "/bob/photos/one").code()).isEqualTo("last-photo");
    assertThat(admin.delete(PEOPLE + "/bob/photos/none").code()).isEqualTo("not-found");
  }

  @Test
  void shouldSayThatThePictureOfASightingIsGone() {
    SightedPerson nobody = SightedPerson.unknown("unknown/0000000000000001");
    Sighting seen =
        TestEvents.sighting(
            SightingKind.CLOSE, "lobby", nobody, Instant.parse("2026-03-01T11:00:00Z"), 1);
    TestEvents.write(desk.topics().sightings().name(), seen);
    String from = "\"from\":\"sighting:" + seen.sightingId() + "\"}";
    Until.holds(
        () ->
            assertThat(admin.post(PEOPLE, "{\"name\":\"x\"," + from).code())
                .isEqualTo("picture-gone"));
    assertThat(admin.post(ADA + "/photos", "{" + from).code()).isEqualTo("picture-gone");
  }

  @Test
  void shouldListLookAlikesAndNoteIt() {
    String like = PEOPLE + "?similarTo=photo:ada/one";
    Answer found = admin.get(like);
    assertThat(found.json().at("/items").findValuesAsText("personId")).containsExactly("bob");
    assertThat(found.json().at("/items/0/similarity").asDouble()).isEqualTo(1);
    assertThat(admin.get("/api/v1/audit").json().at("/items/0/action").asText())
        .isEqualTo("search.similar");
    Browser staff = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"staff\"]");
    assertThat(staff.get(like).body())
        .isEqualTo(staff.get(PEOPLE + "?similarTo=photo:eve/one").body());
    assertThat(staff.get(PEOPLE + "?similarTo=photo:bob/one").json().at("/items")).isEmpty();
    assertThat(admin.get(PEOPLE + "?similarTo=unknown:x").code()).isEqualTo("not-found");
    assertThat(admin.get(PEOPLE + "?similarTo=face:x").code()).isEqualTo("token-ended");
    for (String wrong :
        List.of("photo:ada", "ada", "photo:ada/one&q=x", "photo:ada/one&cursor=x")) {
      assertThat(admin.get(PEOPLE + "?similarTo=" + wrong).code()).as(wrong).isEqualTo("invalid");
    }
  }

  @Test
  void shouldMergeOnceHoweverOftenItIsAsked() {
    String before = admin.get(ADA).body();
    admin.with("Idempotency-Key", "m-1");
    Answer merged = admin.post(ADA + "/merge", INTO_BOB);
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(admin.post(ADA + "/merge", INTO_BOB).body()).isEqualTo(merged.body());
    assertThat(admin.post(ADA + "/merge", "{\"into\":\"eve\"}").code()).isEqualTo("key-reused");
    assertThat(admin.get(ADA).code()).isEqualTo("not-found");
    assertThat(admin.get(PEOPLE + "/bob").json().get("photos")).hasSize(3);
    assertThat(admin.get(PEOPLE + "/bob").text("name")).isEqualTo("Bob");

    admin.with("Idempotency-Key", null);
    String undo = "/api/v1/merges/" + merged.text("mergeId") + "/undo";
    Browser guests = console.withKey("\"rights\":[\"enrol\"],\"watchlists\":[\"guests\"]");
    assertThat(guests.post(undo, "{}").body())
        .isEqualTo(guests.post("/api/v1/merges/none/undo", "{}").body());
    assertThat(admin.post(undo, "{}").body()).isEqualTo(before);
    assertThat(admin.get(PEOPLE + "/bob").json().get("photos")).hasSize(1);
    assertThat(admin.post(undo, "{}").code()).isEqualTo("undo-ended");
    assertThat(admin.get("/api/v1/audit").json().at("/items").findValuesAsText("action"))
        .contains("people.merge", "people.unmerge");
  }

  @Test
  void shouldNotUndoOnceEitherIsErased() {
    admin.with("Idempotency-Key", "m-1");
    Answer merged = admin.post(ADA + "/merge", INTO_BOB);
    Answer receipt = admin.delete(PEOPLE + "/bob");
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
    assertThat(receipt.json().get("places").findValuesAsText("place"))
        .contains("merges", "answers");
    assertThat(admin.post(ADA + "/merge", INTO_BOB).code()).isEqualTo("already-done");
    admin.with("Idempotency-Key", null);
    assertThat(admin.post("/api/v1/merges/" + merged.text("mergeId") + "/undo", "{}").code())
        .isEqualTo("not-found");
  }

  @Test
  void shouldRefuseAnotherMergeWhereThereIsNobody() {
    assertThat(admin.post(ADA + "/merge", "{\"into\":\"eve\"}").code()).isEqualTo("not-found");
    assertThat(admin.post(ADA + "/merge", "{\"into\":\"ada\"}").code()).isEqualTo("invalid");
    assertThat(admin.post(ADA + "/merge", "{}").code()).isEqualTo("invalid");
    Answer merged = admin.post(ADA + "/merge", INTO_BOB);
    console.clock().pass(Duration.ofDays(7));
    admin = console.admin(); // the session has ended
    assertThat(admin.post("/api/v1/merges/" + merged.text("mergeId") + "/undo", "{}").code())
        .isEqualTo("undo-ended");
  }

  /** None of the rights includes another. */
  @Test
  void shouldNeedTheRightsOfWhatAFaceIsTakenFrom() {
    Browser enrols = console.withKey("\"rights\":[\"enrol\"]");
    String wanted = "{\"name\":\"x\",\"from\":\"sighting:x\"}";
    assertThat(enrols.post(PEOPLE, wanted).code()).isEqualTo("missing-right");
    assertThat(enrols.post(ADA + "/photos", "{\"from\":\"sighting:x\"}").code())
        .isEqualTo("missing-right");
    Browser reads = console.withKey("\"rights\":[\"read\"]");
    for (String face : List.of("sighting:x", "unknown:x", "alert:x", "face:x")) {
      assertThat(reads.get(PEOPLE + "?similarTo=" + face).code()).isEqualTo("missing-right");
    }
    assertThat(reads.get(PEOPLE + "?similarTo=photo:ada/one").status()).isEqualTo(200);
    assertThat(admin.get(PEOPLE + "?similarTo=sighting:x").status()).isEqualTo(404);
  }

  @Test
  void shouldFindNobodyByACharacterThatNobodyHas() {
    assertThat(admin.post(ADA + "/merge", "{\"into\":\"a\\u0000\"}").status()).isEqualTo(404);
    assertThat(admin.get(PEOPLE + "?similarTo=photo:a%00/b").status()).isEqualTo(404);
    assertThat(admin.get(PEOPLE + "?q=%00").code()).isEqualTo("invalid");
    assertThat(admin.get(PEOPLE + "?watchlist=%00").code()).isEqualTo("invalid");
  }

  @Test
  void shouldListAMergeUntilItIsUndone() {
    String list = PEOPLE + "/bob/merges";
    assertThat(admin.get(list).json().get("items")).isEmpty();
    String merge = admin.post(ADA + "/merge", INTO_BOB).text("mergeId");
    assertThat(admin.get(list).json().at("/items/0/mergeId").asText()).isEqualTo(merge);
    assertThat(admin.get(list).json().at("/items/0/from").asText()).isEqualTo("ada");
    assertThat(admin.get(ADA + "/merges").status()).isEqualTo(404);
    assertThat(admin.post("/api/v1/merges/" + merge + "/undo", "{}").status()).isEqualTo(200);
    assertThat(admin.get(list).json().get("items")).isEmpty();
  }
}

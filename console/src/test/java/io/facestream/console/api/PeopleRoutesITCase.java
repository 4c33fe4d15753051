package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** The front desk's day: who is not known is enrolled, recalled, changed and erased. */
@Timeout(180)
@OnEachDatabase
class PeopleRoutesITCase {
  private static final String PEOPLE = "/api/v1/people";
  private static final String RECOGNIZE = "/api/v1/recognize";

  @RegisterExtension static final TestJob JOB = new TestJob();

  @Parameter private TestDatabase kind;

  private TestConsole console;
  private Browser desk;

  @BeforeEach
  void start() throws Exception {
    console = new TestConsole(kind, JOB.desk());
    desk = console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"]");
    await(() -> console.stranger().get("/health").status() == 200);
    await(() -> desk.get(PEOPLE).json().at("/items").size() > 2);
  }

  @AfterEach
  void end() {
    console.close();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(50);
    }
  }

  @Test
  void shouldEnrolAStrangerRecallAndEraseHim() throws Exception {
    Answer stranger = desk.postPicture(RECOGNIZE, JOB.pictureOfAStranger());
    assertThat(stranger.text("outcome")).as(stranger.body()).isEqualTo("unknown");
    String wanted =
        "{\"name\":\"Ada Lovelace\",\"watchlists\":[\"guests\"],\"details\":{\"room\":\"12\"},"
            + "\"face\":\""
            + stranger.text("token")
            + "\"}";
    Answer made = desk.post(PEOPLE, wanted);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String id = made.text("personId");
    Answer again = desk.post(PEOPLE, wanted);
    assertThat(again.text("personId")).as(again.body()).isEqualTo(id);
    assertThat(again.json().get("photos")).hasSize(1);
    String person = PEOPLE + "/" + id;
    assertThat(desk.get(made.json().at("/photos/0/picture").asText()).header("Content-Type"))
        .isEqualTo("image/jpeg");

    await(() -> recognised().path("outcome").asText().equals("match"));
    JsonNode recalled = recognised();
    assertThat(recalled.at("/person/name").asText()).isEqualTo("Ada Lovelace");
    assertThat(recalled.at("/person/details/room").asText()).isEqualTo("12");

    Answer changed = desk.send("PATCH", person, "application/json", "{\"name\":\"Ada King\"}");
    assertThat(changed.text("name")).as(changed.body()).isEqualTo("Ada King");
    assertThat(changed.json().at("/details/room").asText()).isEqualTo("12");
    assertThat(desk.get(PEOPLE + "?q=ada%20k").json().at("/items/0/personId").asText())
        .isEqualTo(id);

    Answer erased = desk.delete(person);
    assertThat(erased.status()).as(erased.body()).isEqualTo(202);
    assertThat(desk.get(person).code()).isEqualTo("not-found");
    await(() -> recognised().path("outcome").asText().equals("unknown"));
    JsonNode receipt = desk.get("/api/v1/erasures/" + erased.text("erasureId")).json();
    assertThat(state(receipt, "gallery")).isEqualTo("gone");
    assertThat(state(receipt, "job")).isEqualTo("gone");
    assertThat(state(receipt, "photos")).isEqualTo("gone");
    Browser nobody = console.withKey("\"rights\":[\"enrol\"],\"watchlists\":[]");
    assertThat(nobody.get("/api/v1/erasures/" + erased.text("erasureId")).code())
        .isEqualTo("not-found");
    assertThat(
            console
                .admin()
                .get("/api/v1/audit?limit=20")
                .json()
                .at("/items")
                .findValuesAsText("action"))
        .contains("people.enrol", "people.change", "people.erase");
  }

  @Test
  void shouldGiveAnIdToOneOfThoseWhoTakeItAtTheSameTime() throws Exception {
    List<String> wanted = List.of(namedDesk("A"), namedDesk("B"), namedDesk("C"), namedDesk("D"));
    ExecutorService threads = Executors.newFixedThreadPool(wanted.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer :
          threads.invokeAll(
              wanted.stream()
                  .map(one -> (Callable<Answer>) () -> desk.post(PEOPLE, one))
                  .toList())) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    } finally {
      threads.shutdownNow();
    }
    assertThat(desk.get(PEOPLE + "/desk-7").json().get("photos")).hasSize(1);
    eraseStranger("desk-7");
  }

  private String namedDesk(String name) {
    Answer stranger = desk.postPicture(RECOGNIZE, JOB.pictureOfAStranger());
    return "{\"personId\":\"desk-7\",\"name\":\""
        + name
        + "\",\"face\":\""
        + stranger.text("token")
        + "\"}";
  }

  private void eraseStranger(String id) throws Exception {
    assertThat(console.admin().delete(PEOPLE + "/" + id).status()).isEqualTo(202);
    await(() -> recognised().path("outcome").asText().equals("unknown"));
  }

  @Test
  void shouldEnrolWhoeverTheCallerMaySeeWhomeverElseHeMayNot() throws Exception {
    Browser shop =
        console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"],\"watchlists\":[\"shop\"]");
    String wanted =
        "{\"name\":\"Ada\",\"watchlists\":[\"shop\"],\"face\":\""
            + shop.postPicture(RECOGNIZE, JOB.pictureOfAStranger()).text("token")
            + "\"}";
    String hidden = shop.post(PEOPLE, wanted).text("personId");
    Answer moved =
        console
            .admin()
            .send(
                "PATCH", PEOPLE + "/" + hidden, "application/json", "{\"watchlists\":[\"staff\"]}");
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    Answer enrolled = shop.post(PEOPLE, wanted);
    assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
    String id = enrolled.text("personId");
    assertThat(id).isNotEqualTo(hidden);
    assertThat(shop.post(PEOPLE, wanted).text("personId")).isEqualTo(id);
    assertThat(console.admin().get(PEOPLE + "/" + hidden).text("name")).isEqualTo("Ada");
    assertThat(console.admin().delete(PEOPLE + "/" + hidden).status()).isEqualTo(202);
    eraseStranger(id);
  }

  private JsonNode recognised() {
    return desk.postPicture(RECOGNIZE, JOB.pictureOfAStranger()).json();
  }

  private static String state(JsonNode receipt, String place) {
    for (JsonNode one : receipt.get("places")) {
      if (one.get("place").asText().equals(place)) {
        return one.get("state").asText();
      }
    }
    throw new AssertionError(place + " is not in " + receipt);
  }

  @Test
  void shouldKnowOfNobodyOutsideItsScope() {
    Browser staff =
        console.withKey("\"rights\":[\"read\",\"enrol\",\"recognise\"],\"watchlists\":[\"staff\"]");
    JsonNode visible = staff.get(PEOPLE).json().at("/items");
    assertThat(visible.findValuesAsText("name")).containsExactly(JOB.name(1));
    String guest = personId(JOB.name(0));
    assertThat(staff.get(PEOPLE + "/" + guest).body())
        .isEqualTo(staff.get(PEOPLE + "/made-up").body());
    assertThat(staff.delete(PEOPLE + "/" + guest).body())
        .isEqualTo(staff.delete(PEOPLE + "/made-up").body());
    assertThat(staff.postPicture(PEOPLE + "/" + guest + "/photos", JOB.pictureOf(0)).body())
        .isEqualTo(staff.postPicture(PEOPLE + "/made-up/photos", JOB.pictureOf(0)).body());
    assertThat(
            staff
                .send(
                    "PATCH",
                    PEOPLE + "/" + personId(JOB.name(1)),
                    "application/json",
                    "{\"watchlists\":[\"guests\"]}")
                .code())
        .isEqualTo("invalid");
    assertThat(staff.get(PEOPLE + "?watchlist=guests").json().at("/items")).isEmpty();
  }

  /** Somebody on two watchlists, of which each key may see one. */
  @Test
  void shouldTakeSomebodySharedOffOnesOwnWatchlistsOnly() {
    String person = PEOPLE + "/" + personId(JOB.name(2));
    String both = "{\"watchlists\":[\"guests\",\"club\"]}";
    assertThat(desk.send("PATCH", person, "application/json", both).status()).isEqualTo(200);
    Browser club = console.withKey("\"rights\":[\"read\",\"enrol\"],\"watchlists\":[\"club\"]");
    assertThat(club.get(person).json().path("watchlists").toString()).isEqualTo("[\"club\"]");
    assertThat(club.send("PATCH", person, "application/json", "{\"watchlists\":[]}").code())
        .isEqualTo("invalid");
    assertThat(club.send("PATCH", person, "application/json", "{\"name\":\"x\"}").code())
        .isEqualTo("shared-person");
    assertThat(club.postPicture(person + "/photos?anyway=true", JOB.pictureOf(2)).code())
        .isEqualTo("shared-person");

    Answer receipt = club.delete(person);
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
    assertThat(receipt.body()).doesNotContain("guests");
    assertThat(state(receipt.json(), "events")).isEqualTo("yours");
    assertThat(club.get(person).code()).isEqualTo("not-found");
    assertThat(desk.get(person).json().path("watchlists").toString()).isEqualTo("[\"guests\"]");
    desk.send("PATCH", person, "application/json", "{\"watchlists\":[]}");
  }

  @Test
  void shouldNotTellByAnIdWhoIsEnrolledElsewhere() {
    Browser staff =
        console.withKey("\"rights\":[\"recognise\",\"enrol\"],\"watchlists\":[\"staff\"]");
    String token = staff.postPicture(RECOGNIZE, JOB.pictureOfAStranger()).text("token");
    String wanted = ",\"name\":\"x\",\"watchlists\":[\"staff\"],\"face\":\"" + token + "\"}";
    Answer taken = staff.post(PEOPLE, "{\"personId\":\"" + personId(JOB.name(0)) + "\"" + wanted);
    assertThat(taken.code()).isEqualTo("invalid");
    assertThat(taken.body())
        .isEqualTo(staff.post(PEOPLE, "{\"personId\":\"free\"" + wanted).body());
  }

  private String personId(String name) {
    for (JsonNode one : desk.get(PEOPLE + "?limit=200").json().at("/items")) {
      if (one.get("name").asText().equals(name)) {
        return one.get("personId").asText();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void shouldRefusePhotosThatCannotBeThePersons() {
    String photos = PEOPLE + "/" + personId(JOB.name(0)) + "/photos";
    Answer other = desk.postPicture(photos, JOB.pictureOf(1));
    assertThat(other.code()).as(other.body()).isEqualTo("already-enrolled");
    assertThat(other.json().at("/person/name").asText()).isEqualTo(JOB.name(1));
    assertThat(desk.postPicture(photos, Pictures.grey(320, 240)).code()).isEqualTo("no-face");
    Answer own = desk.postPicture(photos, JOB.pictureOf(0));
    assertThat(own.status()).as(own.body()).isEqualTo(201);
    String photo = photos + "/" + own.text("photo");
    assertThat(desk.get(photo + "/picture").status()).isEqualTo(200);
    assertThat(desk.delete(photo).status()).isEqualTo(204);
    assertThat(desk.get(photo + "/picture").code()).isEqualTo("not-found");
  }

  @Test
  void shouldTakeATokenFromWhoGotItOnly() {
    String token = desk.postPicture(RECOGNIZE, JOB.pictureOfAStranger()).text("token");
    String body = "{\"name\":\"x\",\"face\":\"" + token + "\"}";
    Browser other = console.withKey("\"rights\":[\"enrol\"]");
    assertThat(other.post(PEOPLE, body).code()).isEqualTo("token-ended");
    console.clock().pass(Duration.ofMinutes(11));
    assertThat(desk.post(PEOPLE, body).code()).isEqualTo("token-ended");
  }
}

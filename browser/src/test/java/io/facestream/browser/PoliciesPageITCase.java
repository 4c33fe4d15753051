package io.facestream.browser;

import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.NamedFaces;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Policies in the settings, and what reviewers see of one that asks for two of them. */
@Tag("thorough")
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class PoliciesPageITCase extends PageTest {
  private static final Instant NOON = Instant.parse("2026-03-01T11:30:00Z");

  private DeskTopics desk;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(TestDatabase.H2, desk);
    openPage();
  }

  private void see(String person, double similarity) {
    long offset =
        TestBroker.write(
            desk.topics().frames().name(), 0, NOON, "lobby".getBytes(UTF_8), Pictures.grey(64, 48));
    TestBroker.write(
        desk.topics().verdicts().name(),
        "lobby",
        NamedFaces.verdict("builtin", "lobby", offset, NOON, person(person, "staff"), similarity));
  }

  private PolicyTopic topic() {
    return new PolicyTopic(desk.connection(), desk.topics().policies().name());
  }

  private Policy laidDown(PolicyKey key) {
    var stored = topic().read().byKey().get(key);
    return stored == null ? null : stored.policy();
  }

  private void fixSimilarity(String similarity) {
    page.getByLabel("By a fixed similarity").check();
    page.getByLabel("Fixed similarity", new Page.GetByLabelOptions().setExact(true))
        .fill(similarity);
  }

  @Test
  void shouldShowWhatWouldBeLostBeforeItIsSaved() {
    see("ada", 0.55);
    see("ben", 0.7);
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    window.sees("as the job's options say");
    window.check("policies");
    page.getByLabel("For", new Page.GetByLabelOptions().setExact(true)).selectOption("default");
    button("Lay down …").click();
    fixSimilarity("0.6");
    Response picture =
        page.waitForResponse(
            response -> response.url().endsWith("/picture"), () -> button("Rehearse").click());
    assertThat(picture.status()).isEqualTo(200);
    window.sees("2 alerts would have been 1; 0 gained, 1 lost");
    assertThat(page.locator("article strong").allTextContents()).containsExactly("Name of ada");
    window.check("policy-rehearsed");
    assertThat(laidDown(PolicyKey.DEFAULT)).isNull();

    // Other values than were rehearsed are not saved unseen.
    fixSimilarity("0.8");
    button("Save").click();
    window.sees("2 alerts would have been 0; 0 gained, 2 lost");
    assertThat(laidDown(PolicyKey.DEFAULT)).isNull();
    button("Save").click();
    window.sees("Everybody, everywhere: saved");
    window.sees("threshold 0.8");
    assertThat(laidDown(PolicyKey.DEFAULT)).isEqualTo(Policy.ofThreshold(0.8));
    window.check("policies-laid-down");

    button("Remove Everybody, everywhere").click();
    button("Remove without rehearsal").click();
    window.sees("Everybody, everywhere: removed");
    assertThat(laidDown(PolicyKey.DEFAULT)).isNull();
  }

  @Test
  void shouldMoveNoRowsWhileSomebodyReachesForOne() {
    topic().write(Map.of(PolicyKey.watchlist("vip"), Policy.ofThreshold(0.5)));
    window.logIn(TestConsole.PASSWORD);
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/evaluate", held::add);
    page.waitForResponse("**/api/v1/policies", () -> window.goTo("Settings")).finished();
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(button("Change Watchlist vip").count()).isZero();
    page.waitForResponse("**/api/v1/evaluate", held.get(0)::resume);
    button("Change Watchlist vip").waitFor();
    assertThat(page.locator("tbody td:first-child").allTextContents())
        .containsExactly("Everybody, everywhere", "Watchlist vip");
  }

  @Test
  void shouldSaveEachFieldByTheKeyboard() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    page.getByLabel("Name or id").fill("vip");
    page.getByLabel("Name or id").press("Enter");
    page.getByLabel("By the share of strangers' visits").waitFor();
    fixSimilarity("0.5");
    page.getByLabel("Ahead of the next person").fill("0.05");
    page.locator("[name=views]").fill("2");
    page.locator("[name=of]").fill("3");
    page.getByLabel("A human must look").selectOption("true");
    page.getByLabel("People that a review takes").selectOption("2");
    page.getByLabel("What is kept of a match").selectOption("all");
    page.getByLabel("Cameras that look").fill("gate\nlobby*");
    window.check("policy-form");
    button("Save without rehearsal").press("Enter");
    window.sees("Watchlist vip: saved");
    Policy vip = laidDown(PolicyKey.watchlist("vip"));
    assertThat(vip.threshold()).isEqualTo(0.5);
    assertThat(vip.margin()).isEqualTo(0.05);
    assertThat(vip.confirm().views()).isEqualTo(2);
    assertThat(vip.reviewRequired()).isTrue();
    assertThat(vip.reviewers()).isEqualTo(2);
    assertThat(vip.cameras()).isEqualTo(List.of("gate", "lobby*"));

    button("Change Watchlist vip").click();
    assertThat(
            page.getByLabel("Fixed similarity", new Page.GetByLabelOptions().setExact(true))
                .inputValue())
        .isEqualTo("0.5");
    assertThat(page.getByLabel("Cameras that look").inputValue()).isEqualTo("gate\nlobby*");
  }

  @Test
  void shouldSayThatSomebodyElseHasChangedItMeanwhile() {
    topic().write(Map.of(PolicyKey.watchlist("vip"), Policy.ofThreshold(0.5)));
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    button("Change Watchlist vip").click();
    fixSimilarity("0.6");
    topic().write(Map.of(PolicyKey.watchlist("vip"), Policy.ofThreshold(0.7)));
    button("Save without rehearsal").click();
    window.sees("Somebody has changed it meanwhile");
    assertThat(laidDown(PolicyKey.watchlist("vip"))).isEqualTo(Policy.ofThreshold(0.7));
    button("Look at it again").click();
    page.locator("#p-threshold").waitFor();
    assertThat(page.locator("#p-threshold").inputValue()).isEqualTo("0.7");
    fixSimilarity("0.6");
    button("Save without rehearsal").click();
    window.sees("Watchlist vip: saved");
    assertThat(laidDown(PolicyKey.watchlist("vip"))).isEqualTo(Policy.ofThreshold(0.6));
  }

  @Test
  void shouldSayWhatCannotBeAndWhatWouldHelp() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    page.getByLabel("Name or id").fill("vip");
    button("Lay down …").click();
    page.getByLabel("By the share of strangers' visits").check();
    page.locator("#p-falseAlerts").fill("0.1");
    button("Save without rehearsal").click();
    window.sees("Nobody has measured");
    window.sees("Give a threshold instead of falseAlerts");
    assertThat(page.locator("#p-falseAlerts").inputValue()).isEqualTo("0.1");
  }

  @Test
  void shouldAwaitASecondReviewer() {
    topic()
        .write(
            Map.of(
                PolicyKey.watchlist("staff"),
                new Policy(null, null, null, null, null, null, null, null, null, 2)));
    TestEvents.write(
        desk.topics().sightings().name(),
        TestEvents.sighting(SightingKind.CLOSE, "lobby", person("ada", "staff"), NOON, 2));
    window.logIn(TestConsole.PASSWORD);
    window.sees("Name of ada");
    button("Name of ada: not this person").click();
    window.sees("Noted: not this person");
    window.sees("1 of 2 reviews");
  }
}

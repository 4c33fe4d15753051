package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.CameraFrames;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Until;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People as cameras saw them: strangers are enrolled, who is two becomes one, and two again. */
@Tag("thorough")
@Timeout(240)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class StrangerITCase extends PageTest {
  /** Enough that a stranger has come and stayed. */
  private static final int FRAMES = 150;

  private static final Pattern ENROL = Pattern.compile("Enrol Unknown .*");

  @RegisterExtension static final TestJob JOB = new TestJob("--unknown-after", "1s");

  private Browser admin;

  @BeforeEach
  void start() {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    admin = console.admin();
    Until.holds(
        () -> {
          assertThat(console.stranger().get("/health").status()).isEqualTo(200);
          assertThat(admin.get("/api/v1/people").json().at("/items").size()).isGreaterThan(2);
        });
    openPage();
  }

  private Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private void enrol(String name) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Legal basis").fill("consent of 1 March 2026");
    page.getByLabel("Last day").fill("2026-12-31");
    page.getByLabel("Name").press("Enter");
  }

  @Test
  void shouldEnrolAStrangerOfACameraAndAlertAtHisNextAppearance() {
    window.logIn(TestConsole.PASSWORD);
    CameraFrames.send(JOB, "entrance", FRAMES);
    lookForTheStrangerElsewhere();
    button(ENROL).click();
    page.getByRole(AriaRole.DIALOG).waitFor();
    window.check("enrol-seen");
    enrol("Grace Hopper");
    window.sees("Enrolled: Grace Hopper");
    String id = admin.get("/api/v1/people?q=grace").json().at("/items/0/personId").asText();
    assertThat(admin.get("/api/v1/alerts?person=" + id).json().at("/items")).isEmpty();
    awaitKnown(id);

    CameraFrames.send(JOB, "exit", FRAMES);
    Until.holds(
        () ->
            assertThat(
                    admin.get("/api/v1/alerts?camera=exit&person=" + id).json().at("/items").size())
                .isPositive());
    page.locator(".visit strong", new Page.LocatorOptions().setHasText("Grace Hopper"))
        .first()
        .waitFor();
    window.check("live-stranger");
    readTheStory();
    admin.delete("/api/v1/people/" + id);
  }

  private void lookForTheStrangerElsewhere() {
    button(Pattern.compile("All about this visit of Unknown .*")).click();
    button(Pattern.compile("Look through the last strangers")).click();
    page.locator("dialog.story .face, dialog.story [role=status]").first().waitFor();
    window.check("story-stranger");
    page.keyboard().press("Escape");
  }

  /** What the camera saw beside what was enrolled, and a review with a note. */
  private void readTheStory() {
    button(Pattern.compile("All about this visit of Grace Hopper")).click();
    page.getByAltText("Grace Hopper as enrolled").waitFor();
    page.getByAltText("Grace Hopper at exit, the face").waitFor();
    window.sees("needed");
    assertThat(page.locator("dialog.story .box.match").count()).isOne();
    window.check("story");
    page.locator("#story-note").fill("Her sister");
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Not this person"))
        .click();
    window.sees("Her sister");
    assertThat(page.locator("dialog.story li").textContent()).contains("admin");
    page.keyboard().press("Escape");
    page.locator("article .tag", new Page.LocatorOptions().setHasText("not this person"))
        .first()
        .waitFor();
  }

  /** Frames that are judged before the job has read the gallery would be of a stranger still. */
  private void awaitKnown(String id) {
    byte[] photo =
        admin.picture(admin.get("/api/v1/people/" + id).json().at("/photos/0/picture").asText());
    Until.holds(
        () ->
            assertThat(admin.postPicture("/api/v1/recognize", photo).json().at("/person/personId"))
                .as("who it is")
                .hasToString("\"" + id + "\""));
  }

  @Test
  void shouldShowStrangersAndNumbersOfADay() {
    window.logIn(TestConsole.PASSWORD);
    CameraFrames.send(JOB, "gate", FRAMES);
    Until.holds(
        () ->
            assertThat(
                    admin
                        .get("/api/v1/sightings?camera=gate&unknown=true")
                        .json()
                        .at("/items")
                        .size())
                .isPositive());
    window.goTo("Visits");
    button(ENROL).waitFor();
    assertThat(page.locator("table.chart caption").allTextContents())
        .containsExactly("People by day", "Arrivals by hour");
    assertThat(page.locator("table.chart").first().locator("tbody tr").count()).isEqualTo(14);
    assertThat(page.locator("table.chart").first().locator("tbody tr").last().textContent())
        .contains("2026-03-01")
        .doesNotEndWith(" 0");
    window.check("visits-strangers");
    button(ENROL).click();
    page.getByRole(AriaRole.DIALOG).waitFor();
    press("Close");
  }

  @Test
  void shouldChangeMergeAndSplitPeople() {
    window.logIn(TestConsole.PASSWORD);
    CameraFrames.send(JOB, "hall");
    String seen = "/api/v1/sightings?camera=hall&unknown=false";
    Until.holds(() -> assertThat(admin.get(seen).json().at("/items").size()).isPositive());
    String name = admin.get(seen).json().at("/items/0/person/name").asText();
    String other = name.equals(JOB.name(0)) ? JOB.name(1) : JOB.name(0);
    window.goTo("People");
    card(name).click();
    page.locator("dialog td", new Page.LocatorOptions().setHasText("hall")).waitFor();
    press("Find look-alikes");
    page.locator("dialog li").first().waitFor();
    page.getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Legal basis").fill("contract 7");
    page.getByLabel("Legal basis").press("Enter");
    page.locator("dialog td", new Page.LocatorOptions().setHasText("contract 7")).waitFor();
    window.check("person-changed");

    press("Merge …");
    page.getByLabel("Is the same as (name or id)").fill(other);
    page.getByLabel("Is the same as (name or id)").press("Enter");
    button(Pattern.compile("Merge into " + other)).waitFor();
    window.check("person-merge");
    press("Merge into " + other);
    window.sees("This can be undone until");
    card(name).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    window.check("merged");
    press("Undo");
    card(name).waitFor();

    // Also later, when nobody has the note before him.
    admin.post("/api/v1/people/" + id(name) + "/merge", "{\"into\":\"" + id(other) + "\"}");
    page.reload();
    card(other).click();
    Locator undo = button(Pattern.compile("Undo the merge of " + name));
    undo.waitFor();
    window.check("person-merges");
    undo.click();
    undo.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(admin.get("/api/v1/people/" + id(name)).status()).isEqualTo(200);
  }

  private String id(String name) {
    return admin
        .get("/api/v1/people?q=" + name.replace(" ", "%20"))
        .json()
        .at("/items/0/personId")
        .asText();
  }

  private Locator card(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Details of " + name));
  }
}

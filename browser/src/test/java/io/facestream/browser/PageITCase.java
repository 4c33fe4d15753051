package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.facestream.console.testing.CameraFrames;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page, on the real job with drawn people enrolled. */
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class PageITCase extends PageTest {
  @RegisterExtension static final TestJob JOB = new TestJob();

  @BeforeEach
  void start() throws InterruptedException {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    while (console.stranger().get("/health").status() != 200
        || console.admin().get("/api/v1/people").json().at("/items").size() <= 2) {
      Thread.sleep(200);
    }
    openPage();
  }

  @Test
  void shouldShowEveryPageToEverybody() {
    page.navigate("/");
    page.getByLabel("Password").waitFor();
    window.check("login");
    window.logIn(TestConsole.PASSWORD);
    CameraFrames.send(JOB, "entrance");
    page.locator(".tile img").waitFor();
    page.locator(".visit").first().waitFor();
    window.check("live");
    window.goTo("Analyse");
    window.check("analyse");
    window.goTo("Desk");
    window.check("desk");
    window.goTo("People");
    page.locator(".visit").first().waitFor();
    window.check("people");
    window.goTo("Visits");
    page.locator("table:not(.chart)").waitFor();
    window.check("visits");
    window.goTo("Cameras");
    page.locator("table").waitFor();
    window.check("cameras");
    window.goTo("Settings");
    window.check("settings");
    window.goToSetting("Audit log");
    window.sees("session.open");
    window.check("audit");
  }

  @Test
  void shouldSayThatThePasswordIsWrong() {
    page.navigate("/people");
    page.getByLabel("Password").fill("not the password");
    press("Log in");
    page.getByRole(AriaRole.ALERT).waitFor();
    assertThat(page.getByLabel("Password").isVisible()).isTrue();
  }

  /** The section's name is no token of a link to log in with. */
  @Tag("thorough")
  @Test
  void shouldAskForThePasswordBeforeASectionOfTheSettings() {
    page.navigate("/settings#audit");
    page.getByLabel("Password").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.getByRole(AriaRole.ALERT).count()).isZero();
    window.check("login-before-settings");
  }

  @Tag("thorough")
  @Test
  void shouldAnalyseAFile() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Analyse");
    window.choose("#file", JOB.pictureOf(0));
    page.locator(".picture .label", new Page.LocatorOptions().setHasText(JOB.name(0))).waitFor();
    assertThat(page.locator("rect.box.match").count()).isEqualTo(1);
    assertThat(page.locator("ellipse.eye").count()).isEqualTo(2);
    assertThat(page.locator("article tbody tr").count()).isPositive();
    window.sees("All");
    window.check("analysed");
  }

  @Test
  void shouldEnrolRecallAndEraseAStranger() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Desk");
    window.choose("#file", JOB.pictureOfAStranger());
    window.sees("Not known");
    window.check("desk-form");
    page.getByLabel("Name").fill("Ada Lovelace");
    page.getByLabel("Note").fill("Room 12");
    page.getByLabel("Note").press("Enter");
    window.sees("Ada Lovelace is enrolled");
    awaitRecalled();
    window.sees("Room 12");
    window.check("desk-recalled");

    window.goTo("People");
    page.getByLabel("Find by name or id").fill("lovel");
    page.getByLabel("Find by name or id").press("Enter");
    page.getByText("Nobody").or(page.locator(".visit")).first().waitFor();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Details of Ada Lovelace"))
        .press("Enter");
    page.getByRole(AriaRole.DIALOG).waitFor();
    window.check("person");
    press("Erase …");
    press("Erase for good");
    page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Receipt")).waitFor();
    window.check("erased");
  }

  /** The form is closed once the job has the person; the gallery takes its moment. */
  private void awaitRecalled() {
    do {
      window.choose("#file", JOB.pictureOfAStranger());
      page.locator("h2").first().waitFor();
    } while (page.getByText("Not known").isVisible());
    page.locator("h2", new Page.LocatorOptions().setHasText("Ada Lovelace")).waitFor();
  }

  @Tag("thorough")
  @Test
  void shouldCaptureByTheCamera() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Desk");
    press("Start the camera");
    press("Capture");
    window.sees("No face");
    window.check("desk-camera");
  }

  @Tag("thorough")
  @Test
  void shouldMakeAndRevokeAKey() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    window.goToSetting("API keys");
    page.getByLabel("What it is for").fill("Door");
    page.getByLabel("Web pages that may use it").fill("https://shop.example");
    press("Make a key");
    window.sees("It is shown only now");
    String secret = page.locator("[role=status] code").textContent();
    assertThat(console.stranger().withKey(secret).get("/api/v1/people").code())
        .isEqualTo("missing-right");
    assertThat(fromAPage(secret, "https://shop.example")).isEqualTo("missing-right");
    assertThat(fromAPage(secret, "https://other.example")).isEqualTo("origin-not-allowed");
    window.check("key");
    press("Revoke Door");
    window.sees("revoked");
    assertThat(console.stranger().withKey(secret).get("/api/v1/people").status()).isEqualTo(401);
    window.goTo("People");
    window.goTo("Settings");
    window.goToSetting("API keys");
    window.sees("Door");
    assertThat(page.content()).doesNotContain(secret);
  }

  /** The code of what a page of an origin is answered. */
  private String fromAPage(String secret, String origin) {
    return console.stranger().withKey(secret).with("Origin", origin).get("/api/v1/people").code();
  }
}

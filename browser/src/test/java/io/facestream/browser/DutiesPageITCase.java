package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.facestream.console.testing.Receiver;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import io.facestream.console.webhooks.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the console does by itself, as the settings show it: webhooks and retention. */
@Tag("thorough")
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class DutiesPageITCase extends PageTest {
  private static final String RETENTION = "/api/v1/retention";
  private final Receiver receiver = new Receiver();

  @BeforeEach
  void start() {
    console =
        new TestConsole(TestDatabase.H2, TestBroker.fresh(), Reach.PRIVATE_TOO, new TestClock());
    openPage();
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
  }

  @Override
  void endOthers() {
    receiver.close();
  }

  private void open(String section) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(section).setExact(true))
        .click();
  }

  @Test
  void shouldMakeTestAndRemoveAWebhook() {
    open("Webhooks");
    window.sees("No webhooks yet.");
    page.getByLabel("Address to send to").fill(receiver.url());
    page.getByLabel("visits, as they begin and end").check();
    press("Make a webhook");
    window.sees("It is shown only now");
    window.check("webhook-made");
    press("Deliveries to " + receiver.url());
    press("Send a test");
    Until.holds(() -> assertThat(receiver.told()).hasSize(1));
    assertThat(receiver.told().get(0).json().get("type").asText()).isEqualTo("io.facestream.test");
    receiver.answering(503);
    press("Send a test");
    Until.holds(() -> assertThat(receiver.told()).hasSize(2));
    while (!page.getByText("answered 503").isVisible()
        || !page.getByText("delivered").first().isVisible()) {
      press("Look again");
    }
    window.check("webhook-deliveries");
    press("Remove " + receiver.url());
    window.sees("No webhooks yet.");
  }

  @Test
  void shouldSaveWhatIsKeptForHowLong() {
    open("Retention");
    page.getByLabel("Visits and alerts of people of the gallery").fill("30d");
    page.getByLabel("Pictures of the former").fill("");
    press("Save");
    window.sees("Saved");
    window.sees("Kept for longer than the rule");
    window.check("retention");
    assertThat(console.admin().get(RETENTION).text("matchedEvents")).isEqualTo("30d");
    assertThat(console.admin().get(RETENTION).json().get("matchedPictures").isNull()).isTrue();

    console
        .admin()
        .with("If-Match", console.admin().get(RETENTION).header("ETag"))
        .put(
            RETENTION,
            "{\"matchedEvents\":\"20d\",\"unmatchedEvents\":\"1d\",\"matchedPictures\":\"1d\","
                + "\"unmatchedPictures\":\"1d\",\"audit\":\"3y\"}");
    page.getByLabel("Audit log").fill("5y");
    page.getByLabel("Audit log").press("Enter");
    window.sees("Somebody has changed it meanwhile");
    assertThat(page.getByLabel("Visits and alerts of people of the gallery").inputValue())
        .isEqualTo("20d");
    assertThat(console.admin().get(RETENTION).text("audit")).isEqualTo("3y");
  }
}

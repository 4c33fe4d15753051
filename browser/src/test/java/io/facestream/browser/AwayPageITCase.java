package io.facestream.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.facestream.console.testing.OwnBroker;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestPostgres;
import io.facestream.console.webhooks.Reach;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the page says while the broker or the database is away, and when they are back. */
@Tag("thorough")
@Timeout(240)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class AwayPageITCase extends PageTest {
  private static final List<String> REFUSED = List.of("503");
  private static final String NOTHING_COMES = "The broker does not answer, so nothing new comes";
  private static final double PATIENCE = 60_000;

  private final OwnBroker broker = new OwnBroker();
  private final TestPostgres postgres = new TestPostgres();

  @BeforeEach
  void start() {
    console = new TestConsole(postgres.address(), broker.desk(), Reach.PUBLIC, new TestClock());
    openPage();
    window.logIn(TestConsole.PASSWORD);
  }

  @Override
  void endOthers() {
    postgres.close();
    broker.close();
  }

  private void awaitText(String text, boolean there) {
    assertThat(page.getByText(text))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(there).setTimeout(PATIENCE));
  }

  @Test
  void shouldSayThatTheBrokerIsAwayAsLongAsItIs() {
    awaitText(NOTHING_COMES, false);
    broker.stop();
    awaitText(NOTHING_COMES, true);
    window.check("live-broker-away");
    broker.resume();
    awaitText(NOTHING_COMES, false);
    window.check("live-broker-back");
  }

  @Test
  void shouldWaitForTheDatabaseWithoutAskingToLogInAgain() {
    postgres.stop();
    page.reload();
    awaitText("The console's database does not answer", true);
    window.check("database-away", REFUSED);
    postgres.resume();
    awaitText("Who came", true);
    window.check("database-back", REFUSED);
  }
}

package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** The document of the API as a page, and the link that logs in once; without a job. */
@Tag("thorough")
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class DocsPageITCase {
  private Chromium chromium;
  private TestConsole console;
  private Window window;
  private Page page;

  @BeforeEach
  void start() {
    chromium = new Chromium();
    console = new TestConsole(TestDatabase.H2);
    window = chromium.open(console.address());
    page = window.page();
  }

  @AfterEach
  void end() {
    window.close();
    console.close();
    chromium.close();
  }

  @Test
  void shouldShowEachRouteAndWhatItTakes() {
    page.navigate("/api/v1/docs");
    Locator routes = page.locator("details[id]:not([id^=schema])");
    routes.first().waitFor();
    assertThat(routes.count()).isEqualTo(console.routes().size());
    window.check("docs");

    page.getByLabel("Find").fill("recognize");
    assertThat(routes.count()).isEqualTo(1);
    page.locator("#recognize summary").press("Enter");
    window.sees("--data-binary @picture.jpg");
    window.sees("watchlists");
    window.check("docs-open");
  }

  @Test
  void shouldLeadToWhatARouteSpeaksOf() {
    page.navigate("/api/v1/docs#createKey");
    page.locator("#createKey[open]").waitFor();
    page.locator("#createKey").getByText("WantedKey").first().click();
    page.locator("#schema-WantedKey[open]").waitFor();
    window.sees("web pages that may use it in a browser");
  }

  @Test
  void shouldLogInOnceByALink() {
    String link = "/login#" + console.loginToken();
    page.navigate(link);
    page.locator("h1", new Page.LocatorOptions().setHasText("Live")).waitFor();
    assertThat(page.url()).doesNotContain("#");
    window.check("logged-in-by-link");

    Window other = chromium.open(console.address());
    other.page().navigate(link);
    other.sees("This link has ended");
    assertThat(other.page().url()).doesNotContain("#");
    other.close();
  }
}

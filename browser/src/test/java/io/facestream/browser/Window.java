package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A window of a browser, which notes all that goes wrong in it. */
final class Window implements AutoCloseable {
  /** What the clock of a test's console says. */
  private static final String NOW = "2026-03-01T12:00:00Z";

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  private static final Path SHOTS = Path.of(System.getProperty("browser.shots"));

  private enum Size {
    PHONE(360, 740),
    DESK(1440, 900);

    final int width;
    final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private final List<String> wrong = new ArrayList<>();
  private final BrowserContext context;
  private final Page page;

  Window(Browser browser, URI console) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(console.toString())
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
    context.clock().setFixedTime(NOW);
    page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(error -> wrong.add("error: " + error));
    page.onRequestFailed(
        request -> {
          // Streams and refreshing pictures end with the page that they were for.
          if (!"net::ERR_ABORTED".equals(request.failure())) {
            wrong.add(request.failure() + ": " + request.url());
          }
        });
  }

  /** What violates the policy of content is an error of the console, too. */
  private void note(ConsoleMessage message) {
    if (List.of("error", "warning").contains(message.type())) {
      wrong.add(message.type() + ": " + message.text() + " " + message.location());
    }
  }

  Page page() {
    return page;
  }

  /** Logs in as a person does. */
  void logIn(String password) {
    page.navigate("/login");
    page.getByLabel("Password").fill(password);
    page.getByLabel("Password").press("Enter");
    heading("Live");
  }

  /** Goes to a page by its link. */
  void goTo(String title) {
    link(title).click();
    heading(title);
  }

  /** Goes to a section of the settings, which are open. */
  void goToSetting(String title) {
    link(title).click();
    page.locator("nav.tabs [aria-current]", new Page.LocatorOptions().setHasText(title)).waitFor();
  }

  private Locator link(String title) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  private void heading(String title) {
    page.locator("h1", new Page.LocatorOptions().setHasText(title)).waitFor();
  }

  /** Chooses a picture as the file of a field. */
  void choose(String field, byte[] picture) {
    page.setInputFiles(field, new FilePayload("picture.jpg", "image/jpeg", picture));
  }

  /** Waits for a text. */
  void sees(String text) {
    page.getByText(text).first().waitFor();
  }

  /**
   * Holds what is seen now against the rules, on a phone and on a desk, light and dark.
   *
   * @param name of the pictures that are taken
   */
  void check(String name) {
    check(name, List.of());
  }

  /**
   * The same where something is wrong.
   *
   * @param expected what the browser may tell of it, in part
   */
  void check(String name, List<String> expected) {
    for (Size size : Size.values()) {
      page.setViewportSize(size.width, size.height);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String where = (name + "-" + size + "-" + scheme).toLowerCase(Locale.ROOT);
        page.screenshot(
            new Page.ScreenshotOptions().setPath(SHOTS.resolve(where + ".png")).setFullPage(false));
        assertThat(violations()).as(where).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("width of " + where)
            .isEqualTo(size.width);
      }
    }
    assertThat(page.locator("main").count()).as("contents of " + name).isEqualTo(1);
    wrong.removeIf(what -> expected.stream().anyMatch(what::contains));
    assertThat(wrong).as(name).isEmpty();
  }

  /**
   * Fails unless something went wrong, and nothing but what one of the texts is part of; then
   * forgets it.
   */
  void expect(String... texts) {
    assertThat(wrong)
        .isNotEmpty()
        .allSatisfy(what -> assertThat(List.of(texts)).anyMatch(what::contains));
    wrong.clear();
  }

  /** Takes the network away, or gives it back. */
  void offline(boolean offline) {
    context.setOffline(offline);
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
            .flatMap(
                rule ->
                    rule.getNodes().stream()
                        .map(
                            node ->
                                rule.getId() + ": " + node.getHtml() + node.getFailureSummary()))
            .toList();
  }

  @Override
  public void close() {
    context.close();
  }
}

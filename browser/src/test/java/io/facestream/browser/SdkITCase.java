package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.CameraFrames;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Until;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK on pages of somebody else, which ask the console of the real job by a key. */
@Tag("thorough")
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
class SdkITCase {
  @RegisterExtension static final TestJob JOB = new TestJob();

  private static final String FILE = "facestream-capture input[type=file]";
  private static final List<String> EVENTS =
      List.of("recognised", "unknown", "enrolled", "problem");

  private static Chromium chromium;

  private TestConsole console;
  private ForeignPages pages;
  private Window window;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void endBrowser() {
    chromium.close();
  }

  @BeforeEach
  void start() throws Exception {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    while (console.stranger().get("/health").status() != 200
        || console.admin().get("/api/v1/people").json().at("/items").size() <= 2) {
      Thread.sleep(200);
    }
    pages = new ForeignPages();
    window = chromium.open(pages.address());
    page = window.page();
  }

  @AfterEach
  void end() {
    window.close();
    pages.close();
    console.close();
  }

  /** The secret of a new key for pages of an origin. */
  private String key(Object origin, String grant) {
    return console
        .admin()
        .post("/api/v1/keys", "{\"name\":\"page\",\"origins\":[\"" + origin + "\"]," + grant + "}")
        .text("secret");
  }

  /** Opens the example of a shop, and notes on its document what the component tells. */
  private void openShop(String key) throws Exception {
    pages.example("shop.html", console.address());
    page.navigate("/shop.html#" + key);
    hearEvents();
    button("Start the camera").waitFor();
  }

  private void hearEvents() {
    page.evaluate(
        """
        (names) => {
          window.heard = [];
          for (const name of names) {
            document.addEventListener('facestream-' + name, ({detail}) => window.heard.push({name, detail,
              code: detail.code ?? detail.outcome ?? detail.name}));
          }
        }
        """,
        EVENTS);
  }

  /** What the document has heard so far: {@code NAME CODE}. */
  private List<?> heard() {
    return (List<?>) page.evaluate("window.heard.map(({name, code}) => name + ' ' + code)");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void shouldAskToEnrolAndRecallAtTheNextCapture() throws Exception {
    openShop(
        key(pages.address(), "\"rights\":[\"recognise\",\"enrol\"],\"watchlists\":[\"guests\"]"));
    window.check("sdk-shop");
    window.choose(FILE, JOB.pictureOfAStranger());
    window.sees("We have not met");
    window.check("sdk-unknown");
    page.getByLabel("Name").fill("<b>Ada</b> Lovelace");
    page.getByLabel("Note").fill("Oat milk");
    page.getByLabel("Note").press("Enter");
    window.sees("recalled at the next capture");
    window.sees("Welcome to the club, <b>Ada</b> Lovelace.");
    assertThat(heard()).isEqualTo(List.of("unknown unknown", "enrolled <b>Ada</b> Lovelace"));

    while (!heard().contains("recognised match")) {
      int before = heard().size();
      window.choose(FILE, JOB.pictureOfAStranger());
      page.waitForFunction("(before) => window.heard.length > before", before);
    }
    window.sees("Oat milk");
    window.sees("Welcome back, <b>Ada</b> Lovelace.");
    assertThat(page.getByLabel("Name").count()).isZero();
    window.check("sdk-recalled");
    console
        .admin()
        .delete(
            "/api/v1/people/"
                + page.evaluate("encodeURIComponent(window.heard.at(-1).detail.person.personId)"));
  }

  @Test
  void shouldCaptureByButtonAndKeyAndCloseTheCamera() throws Exception {
    openShop(key(pages.address(), "\"rights\":[\"recognise\"]"));
    button("Start the camera").press("Enter");
    button("Capture").waitFor();
    window.check("sdk-camera");
    button("Capture").press("Enter");
    window.sees("There is no face in the picture");
    assertThat(heard()).isEqualTo(List.of("problem no-face"));
    assertThat(focused()).isEqualTo("Next person");
    assertThat(tracks()).isEqualTo(0);

    page.keyboard().press("F2");
    button("Capture").waitFor();
    assertThat(tracks()).isEqualTo(1);
    page.keyboard().press("F2");
    page.waitForFunction("window.heard.length === 2");

    button("Next person").click();
    button("Capture").waitFor();
    Object left =
        page.evaluate(
            """
            () => {
              const capture = document.querySelector('facestream-capture');
              const [track] = capture.shadowRoot.querySelector('video').srcObject.getTracks();
              capture.remove();
              return track.readyState;
            }
            """);
    assertThat(left).isEqualTo("ended");
    window.check("sdk-left");
  }

  private Object focused() {
    return page.evaluate(
        "document.activeElement.shadowRoot.activeElement.firstElementChild.textContent");
  }

  /** How many cameras are open. */
  private Object tracks() {
    return page.evaluate(
        "document.querySelector('facestream-capture').shadowRoot.querySelector('video').srcObject"
            + "?.getTracks().length ?? 0");
  }

  @Test
  void shouldServeNoPageThatTheKeyDoesNotName() throws Exception {
    openShop(key("https://shop.example", "\"rights\":[\"recognise\"]"));
    window.choose(FILE, JOB.pictureOf(0));
    window.sees("The console cannot be reached");
    assertThat(heard()).isEqualTo(List.of("problem no-connection"));
    window.expect("CORS policy", "net::ERR_FAILED");
  }

  @Test
  void shouldSayWhatTheKeyMayNot() throws Exception {
    openShop(key(pages.address(), "\"rights\":[\"read\"]"));
    window.choose(FILE, JOB.pictureOf(0));
    window.sees("This needs the right 'recognise'");
    assertThat(button("Try again with the same picture").count()).isZero();
    window.expect("status of 403");
  }

  @Test
  void shouldKeepThePictureWhileThereIsNoConnection() throws Exception {
    openShop(key(pages.address(), "\"rights\":[\"recognise\"],\"watchlists\":[\"guests\"]"));
    window.offline(true);
    window.choose(FILE, JOB.pictureOf(0));
    window.sees("The console cannot be reached");
    button("Try again with the same picture").waitFor();
    window.expect("ERR_INTERNET_DISCONNECTED");
    window.check("sdk-offline");
    window.offline(false);
    button("Try again with the same picture").click();
    window.sees("Welcome back, " + JOB.name(0));
    assertThat(heard()).isEqualTo(List.of("problem no-connection", "recognised match"));
  }

  @Test
  void shouldKeepToTheWatchlistsAndWordsOfThePageAndToAStrictPolicy() throws Exception {
    String key = key(pages.address(), "\"rights\":[\"recognise\",\"enrol\"]");
    pages.page(
        "/strict.html",
        """
        <!doctype html><html lang="de"><head><meta charset="utf-8"><title>Kasse</title>
        <script type="module" src="CONSOLE/sdk/capture.js"></script></head><body><main>
        <facestream-capture api-key="KEY" watchlists="guests">
          <span slot="start">Kamera an</span><span slot="unknown">Unbekannt</span>
          <span slot="problem-no-picture">Das ist kein Bild</span>
        </facestream-capture></main></body></html>
        """
            .replace("CONSOLE", console.address().toString())
            .replace("KEY", key),
        "default-src 'none'; script-src "
            + console.address()
            + "; connect-src "
            + console.address());
    page.navigate("/strict.html");
    hearEvents();
    button("Kamera an").waitFor();
    window.choose(FILE, JOB.pictureOf(0));
    page.getByText(JOB.name(0)).waitFor();
    // Somebody on another watchlist; and there is no form without the attribute.
    window.choose(FILE, JOB.pictureOf(1));
    window.sees("Unbekannt");
    assertThat(page.locator("facestream-capture form").count()).isZero();
    assertThat(heard()).isEqualTo(List.of("recognised match", "unknown unknown"));
    window.check("sdk-strict");
    window.choose(FILE, "no picture".getBytes(UTF_8));
    window.sees("Das ist kein Bild");
    window.expect("status of 422");
  }

  @Test
  void shouldNeedNoMoreThanTheDocsShow() throws Exception {
    String snippet =
        Docs.snippets("sdk.md", "html")
            .get(0)
            .replace("https://desk.example", console.address().toString())
            .replace("fs_…", key(pages.address(), "\"rights\":[\"recognise\"]"));
    pages.page("/docs.html", "<!doctype html><title>Docs</title>" + snippet, null);
    page.navigate("/docs.html");
    window.choose(FILE, JOB.pictureOf(0));
    page.getByText(JOB.name(0)).waitFor();
  }

  @Test
  void shouldShowTheAttendanceOfAClass() throws Exception {
    CameraFrames.send(JOB, "door");
    Browser admin = console.admin();
    Until.holds(
        () ->
            assertThat(admin.get("/api/v1/visits?unknown=false").json().at("/items")).isNotEmpty());
    pages.example("class.html", console.address());
    page.navigate("/class.html#" + key(pages.address(), "\"rights\":[\"read\"]"));
    String name = page.locator("td").first().textContent();
    window.sees(" came.");
    window.check("sdk-class");
    Download saved = page.waitForDownload(() -> button("Save as CSV").click());
    assertThat(saved.suggestedFilename()).isEqualTo("attendance-2026-03-01.csv");
    assertThat(Files.readString(saved.path(), UTF_8)).contains("personId,name,day", name);
  }

  @Test
  void shouldGoOnExactlyBehindAnAlert() throws Exception {
    Map<String, Object> asked = onEmptyPage("\"rights\":[\"read\"]");
    Object begun =
        page.evaluate(
            """
            async ({console, key}) => {
              const headers = {Accept: 'text/event-stream', Authorization: 'Bearer ' + key};
              const answer = await fetch(console + '/api/v1/alerts', {headers});
              const {value} = await answer.body.getReader().read();
              return /id: (.*)/.exec(new TextDecoder().decode(value))[1];
            }
            """,
            asked);
    CameraFrames.send(JOB, "gate");
    asked.put("after", begun);
    // A new connection for each of the first, and all of them once.
    Object told =
        page.evaluate(
            """
            async ({console, key, after}) => {
              const {Facestream} = await import(console + '/sdk/facestream.js');
              const desk = new Facestream(console, key);
              const heard = [];
              while (heard.length < 5) {
                for await (const {alert, position} of desk.alerts({after, camera: 'gate'})) {
                  heard.push(alert.id);
                  after = position;
                  break;
                }
              }
              const past = [];
              for await (const {id} of desk.pastAlerts({camera: 'gate'})) past.unshift(id);
              return [heard, past.slice(0, 5)];
            }
            """,
            asked);
    List<?> both = (List<?>) told;
    assertThat(both.get(0)).isEqualTo(both.get(1));
  }

  /** A page of another origin without anything, and what its script needs to ask the console. */
  private Map<String, Object> onEmptyPage(String grant) {
    pages.page("/empty.html", "<!doctype html><title>Empty</title>", null);
    page.navigate("/empty.html");
    Map<String, Object> asked = new HashMap<>();
    asked.put("console", console.address().toString());
    asked.put("key", key(pages.address(), grant));
    return asked;
  }

  @Test
  void shouldTellPieceByPieceWhatIsInAPicture() throws Exception {
    Map<String, Object> asked = onEmptyPage("\"rights\":[\"recognise\",\"read\"]");
    asked.put("picture", Base64.getEncoder().encodeToString(JOB.pictureOf(0)));
    Object told =
        page.evaluate(
            """
            async ({console, key, picture}) => {
              const {Facestream} = await import(console + '/sdk/facestream.js');
              const desk = new Facestream(console, key);
              const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
              const told = [];
              for await (const {event, data} of desk.analysis(bytes, {candidates: 2})) {
                told.push(event + ' ' + (data.faces?.[0].match?.name ?? ''));
              }
              const whole = await desk.analyze(bytes);
              told.push(whole.faces[0].match.name);
              for await (const person of desk.people({text: whole.faces[0].match.name})) {
                told.push((await desk.person(person.personId)).name);
              }
              return told;
            }
            """,
            asked);
    String name = JOB.name(0);
    assertThat(told)
        .isEqualTo(List.of("accepted ", "faces ", "matches " + name, "done ", name, name));
  }
}

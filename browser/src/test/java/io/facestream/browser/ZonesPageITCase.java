package io.facestream.browser;

import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.NamedFaces;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Zones to ignore, drawn on a camera's picture by hand and by keyboard. */
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
@Tag("thorough")
class ZonesPageITCase extends PageTest {
  private static final Instant NOON = Instant.parse("2026-03-01T11:59:59Z");
  private static final PolicyKey LOBBY = PolicyKey.camera("lobby <b>2</b>");
  private static final Zone UPPER_RIGHT = rectangle(0.6, 0.1, 0.9, 0.4);

  private DeskTopics desk;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(TestDatabase.H2, desk);
    openPage();
    long offset =
        TestBroker.write(
            desk.topics().frames().name(),
            0,
            NOON,
            LOBBY.name().getBytes(UTF_8),
            Pictures.grey(320, 180));
    TestBroker.write(
        desk.topics().verdicts().name(),
        LOBBY.name(),
        NamedFaces.verdict("builtin", LOBBY.name(), offset, NOON, person("ada", "staff"), 0.8));
  }

  private static Zone rectangle(double left, double top, double right, double bottom) {
    return new Zone(
        List.of(
            new Point(left, top),
            new Point(right, top),
            new Point(right, bottom),
            new Point(left, bottom)));
  }

  private PolicyTopic topic() {
    return new PolicyTopic(desk.connection(), desk.topics().policies().name());
  }

  private Policy laidDown() {
    var stored = topic().read().byKey().get(LOBBY);
    return stored == null ? null : stored.policy();
  }

  private void openZones() {
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Cameras");
    button("Zones to ignore of " + LOBBY.name()).click();
    page.locator(".drawing img").waitFor();
  }

  private BoundingBox picture() {
    page.locator(".drawing > img").scrollIntoViewIfNeeded();
    return page.locator(".drawing > img").boundingBox();
  }

  private void press(double x, double y) {
    BoundingBox box = picture();
    page.mouse().click(box.x + x * box.width, box.y + y * box.height);
  }

  private void addRectangle(int left, int top, int right, int bottom) {
    page.getByLabel("Left", new Page.GetByLabelOptions().setExact(true)).fill("" + left);
    page.getByLabel("Top", new Page.GetByLabelOptions().setExact(true)).fill("" + top);
    page.getByLabel("Right", new Page.GetByLabelOptions().setExact(true)).fill("" + right);
    page.getByLabel("Bottom", new Page.GetByLabelOptions().setExact(true)).fill("" + bottom);
    page.getByLabel("Bottom", new Page.GetByLabelOptions().setExact(true)).press("Enter");
  }

  @Test
  void shouldDrawAZoneCornerByCornerAndShowItOnThePictures() {
    openZones();
    window.sees("None: every face counts");
    press(0.2, 0.2);
    press(0.6, 0.2);
    press(0.6, 0.7);
    window.check("zone-half-drawn");
    page.getByLabel("Corner 1 of the new zone").click();
    window.sees("Zone 1, 3 corners");
    Locator corner = page.getByLabel("Corner 3 of zone 1");
    corner.scrollIntoViewIfNeeded();
    BoundingBox from = corner.boundingBox();
    BoundingBox box = picture();
    page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + 0.4 * box.width, box.y + 0.8 * box.height);
    page.mouse().up();
    window.check("zone-drawn");
    button("Save").click();
    window.sees("Saved; it holds from the next frame on");
    List<Point> corners = laidDown().ignore().get(0).corners();
    assertThat(corners).hasSize(3);
    assertThat(corners.get(0).x()).isCloseTo(0.2, within(0.01));
    assertThat(corners.get(2).x()).isCloseTo(0.4, within(0.02));
    assertThat(corners.get(2).y()).isCloseTo(0.8, within(0.02));

    window.goTo("Live");
    page.locator(".tile polygon.zone").waitFor();
    window.check("zone-live");
  }

  @Test
  void shouldDoAllOfItByTheKeyboard() {
    topic().write(Map.of(LOBBY, Policy.ofThreshold(0.6)));
    openZones();
    addRectangle(60, 10, 90, 40);
    window.sees("Zone 1, 4 corners");
    Locator corner = page.getByLabel("Corner 1 of zone 1");
    corner.press("ArrowLeft");
    corner.press("ArrowDown");
    assertThat(corner.getAttribute("aria-label"))
        .isEqualTo("Corner 1 of zone 1: 59 % from the left, 11 % from the top");
    page.getByLabel("Corner 2 of zone 1").press("Delete");
    window.sees("Zone 1, 3 corners");
    button("Save").press("Enter");
    window.sees("Saved; it holds from the next frame on");
    Policy saved = laidDown();
    assertThat(saved.threshold()).as("what else is said stays").isEqualTo(0.6);
    assertThat(saved.ignore())
        .containsExactly(
            new Zone(List.of(new Point(0.59, 0.11), new Point(0.9, 0.4), new Point(0.6, 0.4))));

    button("Remove zone 1").press("Enter");
    window.sees("None: every face counts");
    button("Save").press("Enter");
    window.sees("Saved; it holds from the next frame on");
    assertThat(laidDown()).isEqualTo(Policy.ofThreshold(0.6));
  }

  @Test
  void shouldTakeThePolicyBackWithItsLastZone() {
    topic().write(Map.of(LOBBY, Policy.ofIgnored(List.of(UPPER_RIGHT))));
    openZones();
    button("Remove zone 1").click();
    button("Save").click();
    window.sees("Saved; it holds from the next frame on");
    assertThat(laidDown()).isNull();
  }

  @Test
  void shouldRehearseAndSayWhatCannotBe() {
    openZones();
    addRectangle(10, 10, 10, 40);
    button("Save").click();
    window.sees("ignore: zone 1 has no area, its corners lie on one line");
    window.expect("422");
    button("Remove zone 1").click();
    addRectangle(0, 0, 100, 100);
    button("Rehearse on the last hour").click();
    window.sees("1 alerts would have been 0; 0 gained, 1 lost");
    window.sees("The face would be ignored where it stands");
    assertThat(laidDown()).isNull();
    window.check("zones-rehearsed");
  }

  @Test
  void shouldSayThatSomebodyElseHasChangedItMeanwhile() {
    topic().write(Map.of(LOBBY, Policy.ofThreshold(0.5)));
    openZones();
    addRectangle(60, 10, 90, 40);
    topic().write(Map.of(LOBBY, Policy.ofThreshold(0.7)));
    button("Save").click();
    window.sees("Somebody has changed it meanwhile");
    window.expect("412");
    assertThat(laidDown()).isEqualTo(Policy.ofThreshold(0.7));
    button("Look at it again").click();
    window.sees("None: every face counts");
    addRectangle(60, 10, 90, 40);
    button("Save").click();
    window.sees("Saved; it holds from the next frame on");
    assertThat(laidDown().threshold()).isEqualTo(0.7);
    assertThat(laidDown().ignore()).containsExactly(UPPER_RIGHT);
  }

  @Test
  void shouldKeepTheZonesWhenAnotherFieldIsChangedInTheSettings() {
    topic().write(Map.of(LOBBY, Policy.ofIgnored(List.of(UPPER_RIGHT))));
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Settings");
    window.sees("one zone ignored");
    button("Change Camera " + LOBBY.name()).click();
    window.sees("Its zones to ignore stay");
    page.getByLabel("Ahead of the next person").fill("0.05");
    button("Save without rehearsal").click();
    window.sees("Camera " + LOBBY.name() + ": saved");
    assertThat(laidDown().margin()).isEqualTo(0.05);
    assertThat(laidDown().ignore()).containsExactly(UPPER_RIGHT);
  }

  /** Whatever their shape, or boxes and zones would lie beside what they are of. */
  @Test
  void shouldShowNewestPicturesWhole() {
    long offset =
        TestBroker.write(
            desk.topics().frames().name(),
            0,
            NOON,
            "hall".getBytes(UTF_8),
            Pictures.grey(320, 240));
    TestBroker.write(
        desk.topics().verdicts().name(),
        "hall",
        TestEvents.verdict("hall", (int) offset, NOON, null, person("ada", "staff")));
    window.logIn(TestConsole.PASSWORD);
    Locator newest = page.getByAltText("Newest picture of hall");
    newest.waitFor();
    BoundingBox box = newest.boundingBox();
    assertThat(box.width / box.height).isCloseTo(4 / 3.0, within(0.02));
  }
}

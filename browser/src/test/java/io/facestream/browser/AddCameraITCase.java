package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.wire.CameraSource;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Cameras added, changed, stopped and removed on their page. */
@Timeout(180)
@EnabledIf(
    value = "io.facestream.browser.Chromium#isThere",
    disabledReason = "No Chromium here: install it, or set FACESTREAM_CHROMIUM to one")
@Tag("thorough")
class AddCameraITCase extends PageTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private DeskTopics desk;
  private CameraTopic topic;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    topic = new CameraTopic(desk.connection(), desk.cameras());
    console = new TestConsole(TestDatabase.H2, desk);
    openPage();
    window.logIn(TestConsole.PASSWORD);
    window.goTo("Cameras");
  }

  private Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private CameraSource stored() {
    return topic.read().get("door").source();
  }

  private void awaitState(String state) {
    page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName(state).setExact(true))
        .waitFor();
  }

  @Test
  void shouldAddACameraByTheKeyboardAndShowItsFirstPicture() {
    window.sees("No camera has sent a picture");
    button("Add a camera …").press("Enter");
    window.check("camera-form");
    field("Name").fill("door");
    field("Address").fill("rtsp://10.0.0.5:554/stream1?a=$1");
    field("User").fill("viewer");
    field("Password").fill("p@ss/w:rd $&");
    field("Frames a second").fill("5");
    field("Frames a second").press("Enter");
    window.sees("door: added");
    assertThat(stored().url())
        .isEqualTo("rtsp://viewer:p%40ss%2Fw%3Ard%20%24%26@10.0.0.5:554/stream1?a=$1");
    assertThat(stored().rate()).isEqualTo(5);
    awaitState("waiting");
    window.sees("rtsp://10.0.0.5:554");
    window.check("camera-waiting");
    assertThat(page.content()).doesNotContain("viewer").doesNotContain("stream1");

    TestBroker.write(
        desk.topics().verdicts().name(),
        "door",
        TestEvents.verdict("door", 0, NOON, null, TestEvents.person("ada", "staff")));
    awaitState("live");
    window.check("camera-live");
  }

  @Test
  void shouldChangeStopAndRemoveACamera() {
    CameraSource before =
        new CameraSource("rtsp://viewer:S3cret@10.0.0.5/live", null, 5.0, 1280, null, null);
    topic.createIfMissing((short) 1);
    topic.write("door", before);
    button("Change door").click();
    assertThat(field("Frames a second").inputValue()).isEqualTo("5");
    field("Frames a second").fill("");
    field("Turn the picture").selectOption("180");
    window.check("camera-change");
    button("Save").click();
    window.sees("door: saved");
    // The password stays, and what the form has no field for.
    assertThat(stored()).isEqualTo(new CameraSource(before.url(), null, null, 1280, null, 180));

    button("Stop door").click();
    window.sees("door: stopped");
    awaitState("stopped");
    assertThat(stored()).isEqualTo(new CameraSource(before.url(), false, null, 1280, null, 180));
    button("Start door").click();
    window.sees("door: started");
    assertThat(stored().runs()).isTrue();

    button("Remove door").click();
    window.sees("It is not read any more");
    window.check("camera-remove");
    assertThat(topic.read()).hasSize(1);
    button("Remove").click();
    window.sees("door: removed");
    window.sees("No camera has sent a picture");
    assertThat(topic.read()).isEmpty();
  }

  @Test
  void shouldStayAtACameraWhileOthersComeBeforeIt() {
    topic.createIfMissing((short) 1);
    topic.write("door", CameraSource.of("rtsp://10.0.0.5/live"));
    button("Change door").focus();
    topic.write("alley", CameraSource.of("rtsp://10.0.0.6/live"));
    button("Change alley").waitFor();
    assertThat(page.locator("td:first-child").allTextContents().get(0)).startsWith("alley");
    assertThat(page.evaluate("document.activeElement.ariaLabel")).isEqualTo("Change door");
  }

  @Test
  void shouldAskForTheAddressThatAPasswordIsFor() {
    topic.createIfMissing((short) 1);
    topic.write("door", CameraSource.of("rtsp://10.0.0.5/live"));
    button("Change door").click();
    field("Password").fill("S3cret");
    button("Save").click();
    assertThat((Boolean) field("Address").evaluate("field => field.validity.valueMissing"))
        .isTrue();
    field("Address").fill("file:///etc/passwd");
    button("Save").click();
    assertThat((Boolean) field("Address").evaluate("field => field.validity.patternMismatch"))
        .isTrue();
    assertThat(stored()).isEqualTo(CameraSource.of("rtsp://10.0.0.5/live"));
  }

  @Test
  void shouldSayThatSomebodyElseHasChangedItMeanwhile() {
    topic.createIfMissing((short) 1);
    topic.write("door", CameraSource.of("rtsp://10.0.0.5/live"));
    button("Change door").click();
    field("Frames a second").fill("5");
    topic.write("door", CameraSource.of("rtsp://10.0.0.6/live"));
    button("Save").click();
    window.sees("Somebody has changed it meanwhile");
    assertThat(stored().url()).isEqualTo("rtsp://10.0.0.6/live");
    window.expect("412");
    button("Look at it again").click();
    field("Frames a second").fill("5");
    button("Save").click();
    window.sees("door: saved");
    assertThat(stored())
        .isEqualTo(new CameraSource("rtsp://10.0.0.6/live", null, 5.0, null, null, null));
  }
}

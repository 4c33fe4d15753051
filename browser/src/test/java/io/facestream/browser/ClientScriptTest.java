package io.facestream.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs the tests of the SDK's client, which are in JavaScript as it is. */
@EnabledIf(
    value = "io.facestream.browser.DriverNode#isThere",
    disabledReason = "Playwright has no Node for this kind of machine")
class ClientScriptTest {
  @Test
  void shouldPassItsOwnTests() throws Exception {
    Path tests = Path.of("").toAbsolutePath().resolveSibling("sdk/js/src/test/js");
    DriverNode.Said said = DriverNode.run(tests, "--test", "facestream.test.js");
    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.text()).containsPattern("pass [1-9]");
  }
}

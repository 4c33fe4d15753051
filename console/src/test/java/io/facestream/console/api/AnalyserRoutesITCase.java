package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class AnalyserRoutesITCase {
  private static final String ANALYSERS = "/api/v1/analysers";

  @Test
  void shouldNameWhatThePackHasAndNoEmptySlot() {
    DeskTopics desk = TestBroker.fresh();
    DeskTopics standard =
        new DeskTopics(
            desk.connection(), desk.topics(), desk.reviews(), desk.cameras(), "standard", null);
    try (TestConsole console = new TestConsole(TestDatabase.H2, standard)) {
      JsonNode items = console.withKey("\"rights\":[\"read\"]").get(ANALYSERS).json().path("items");
      assertThat(items.findValuesAsText("title")).hasSize(3);
      assertThat(items.toString())
          .contains("\"name\":\"age-gender\"", "\"infers\":[\"age\",\"gender\"]")
          .contains("{\"name\":\"age\",\"unit\":\"years\"}")
          .contains("\"labels\":[\"fake\",\"real\"]")
          .doesNotContain("race");
      assertThat(console.stranger().get(ANALYSERS).code()).isEqualTo("not-logged-in");
    }
  }

  @Test
  void shouldNameNoneWithoutAJob() {
    try (TestConsole console = new TestConsole(TestDatabase.H2)) {
      assertThat(console.admin().get(ANALYSERS).json().path("items")).isEmpty();
    }
  }
}

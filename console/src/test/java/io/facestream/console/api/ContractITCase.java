package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.ContractCheck;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ContractITCase {
  @Test
  void shouldDescribeEachRouteAndNoOther() {
    try (TestConsole console = new TestConsole(TestDatabase.H2)) {
      assertThat(console.routes()).containsExactlyInAnyOrderElementsOf(ContractCheck.routes());
      assertThat(console.stranger().get("/api/v1/openapi.json").text("openapi")).isEqualTo("3.1.0");
    }
  }
}

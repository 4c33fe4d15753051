package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
  @Test
  void shouldAllBeExplainedToWhoeverIsWokenByThem() {
    assertThat(rules()).isNotEmpty();
    String page = Checkout.text("docs/deployment.md");
    assertThat(rules()).allSatisfy(rule -> assertThat(page).contains("`" + rule + "`"));
  }

  private static List<String> rules() {
    List<?> groups = (List<?>) Checkout.yaml(PromQueries.RULES).get("groups");
    return groups.stream()
        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
        .map(rule -> (String) ((Map<?, ?>) rule).get("alert"))
        .toList();
  }
}

package io.facestream.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessValuesTest {
  @Test
  void shouldCoverASmallerScopeOnly() {
    Scope shop = Scope.of(List.of("shop"));
    Scope two = Scope.of(List.of("shop", "hotel"));
    assertThat(Scope.ALL.covers(Scope.ALL)).isTrue();
    assertThat(Scope.ALL.covers(two)).isTrue();
    assertThat(two.covers(shop)).isTrue();
    assertThat(shop.covers(two)).isFalse();
    assertThat(two.covers(Scope.ALL)).isFalse();
    assertThat(Scope.of(List.of()).has("shop")).isFalse();
  }

  @Test
  void shouldComeBackFromTheDatabaseAsItWas() {
    for (Scope scope :
        List.of(Scope.ALL, Scope.of(List.of()), Scope.of(List.of("a,b", "null", "ç")))) {
      assertThat(Scope.ofStored(scope.stored())).isEqualTo(scope);
    }
    assertThat(Scope.of(List.of("null"))).isNotEqualTo(Scope.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "https://shop.example/",
        "https://shop.example/page",
        "https://*.example",
        "https://SHOP.example",
        "https://user@shop.example",
        "ftp://shop.example",
        "null",
        "https://a b"
      })
  void shouldRefuseWhatIsNoOrigin(String origin) {
    assertThatThrownBy(() -> grant(origin)).hasMessageContaining("https://shop.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example", "http://localhost:8080"})
  void shouldTakeAnOrigin(String origin) {
    assertThat(grant(origin).origins()).containsExactly(origin);
  }

  @Test
  void shouldKnowPasswordsByArgon2id() {
    String stored = Passwords.hash("correct horse battery");
    assertThat(stored).startsWith("$argon2id$").doesNotContain("horse");
    assertThat(Passwords.matches("correct horse battery", stored)).isTrue();
    assertThat(Passwords.matches("correct horse batterz", stored)).isFalse();
    assertThat(Passwords.matches("correct horse battery", null)).isFalse();
  }

  private static KeyGrant grant(String origin) {
    return new KeyGrant("shop", Set.of(Right.READ), Scope.ALL, List.of(origin), 60, null);
  }

  /** As keys are that were stored before any more was asked of new ones. */
  @Test
  void shouldTakeFromTheDatabaseWhatIsNotMadeAnyMore() {
    KeyGrant stored =
        new KeyGrant(
            "a\u202eb",
            Set.of(Right.READ),
            Scope.ofStored("\ud800"),
            List.of("https://a.example:443"),
            1,
            null);
    assertThat(stored.scope().stored()).isEqualTo("\ud800");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stored.requireNew(Instant.EPOCH))
        .withMessageContaining("A key's name");
  }
}

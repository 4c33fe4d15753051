package io.facestream.gallery.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNamesTest {

  @Test
  void shouldMakeReadableIdsOfNames() {
    assertThat(PersonNames.id("Lin-Manuel_Miranda")).isEqualTo("lin-manuel-miranda");
    assertThat(PersonNames.id("  José  García ")).isEqualTo("jose-garcia");
    assertThat(PersonNames.id("p-17")).isEqualTo("p-17");
    assertThat(PersonNames.id("O'Neill, Jr.")).isEqualTo("o-neill-jr");
  }

  @Test
  void shouldKeepLettersOfEveryScript() {
    assertThat(PersonNames.id("李娜")).isEqualTo("李娜");
    assertThat(PersonNames.id("김철수")).isEqualTo("김철수");
    assertThat(PersonNames.id("प्रिया")).isEqualTo("प्रिया");
  }

  @Test
  void shouldMakeNoIdOfANameWithoutLetters() {
    assertThat(PersonNames.id("--!")).isEmpty();
    assertThat(PersonNames.id("")).isEmpty();
  }

  @Test
  void shouldShowNamesWithSpaces() {
    assertThat(PersonNames.display("Lin-Manuel_Miranda")).isEqualTo("Lin-Manuel Miranda");
  }
}

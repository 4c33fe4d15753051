package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ada Lovelace",
        "José",
        "王小明",
        "عائشة",
        "नर्मदा",
        "می\u200cخواهم",
        "👩\u200d🚀 𠮷",
        "C:\\photos\\new"
      })
  void letters_of_every_script_stay_as_they_are(String text) {
    assertThat(Printable.of(text)).isSameAs(text);
  }

  @Test
  void what_moves_the_cursor_or_breaks_the_line_is_written_as_an_escape() {
    assertThat(Printable.of("Ada\nERROR all is lost")).isEqualTo("Ada\\nERROR all is lost");
    assertThat(Printable.of("\r\t\b\0\u007f")).isEqualTo("\\r\\t\\x08\\x00\\x7f");
    assertThat(Printable.of("\u001b[2J\u001b]0;title\u0007"))
        .isEqualTo("\\x1b[2J\\x1b]0;title\\x07");
    assertThat(Printable.of("\u0085\u009b31m")).isEqualTo("\\x85\\x9b31m");
    assertThat(Printable.of("a\u2028b\u2029c")).isEqualTo("a\\u2028b\\u2029c");
  }

  @Test
  void what_turns_the_direction_of_writing_or_draws_nothing_is_written_as_an_escape() {
    assertThat(Printable.of("photo\u202egpj.exe")).isEqualTo("photo\\u202egpj.exe");
    assertThat(Printable.of("\u061c\u200e\u200f\u2066\u2069"))
        .isEqualTo("\\u061c\\u200e\\u200f\\u2066\\u2069");
    assertThat(Printable.of("\ufeffA\u200bda\u2060\u00ad"))
        .isEqualTo("\\ufeffA\\u200bda\\u2060\\xad");
  }

  @Test
  void half_a_surrogate_pair_is_written_as_an_escape() {
    assertThat(Printable.of("a\ud83d b\ude80")).isEqualTo("a\\ud83d b\\ude80");
  }

  @Test
  void a_printable_text_does_not_change_when_it_is_made_printable_again() {
    String once = Printable.of("a\nb\\n\u001b[0m");
    assertThat(Printable.of(once)).isEqualTo(once);
  }

  @Test
  void a_long_text_is_cut_between_two_characters_and_ends_in_an_ellipsis() {
    assertThat(Printable.of("Lovelace", 8)).isEqualTo("Lovelace");
    assertThat(Printable.of("Lovelace", 7)).isEqualTo("Lovela…");
    assertThat(Printable.of("abc🚀", 5)).isEqualTo("abc🚀");
    assertThat(Printable.of("abc🚀d", 5)).isEqualTo("abc…");
    assertThat(Printable.of("ab\ncd", 6)).isEqualTo("ab\\ncd");
    assertThat(Printable.of("abcd\n", 5)).isEqualTo("abcd…");
    assertThat(Printable.of("ab\u001bc", 6)).isEqualTo("ab…");
    assertThat(Printable.of("\u001b", 1)).isEqualTo("…");
  }

  @Test
  void no_text_reads_null_and_no_room_is_refused() {
    assertThat(Printable.of(null)).isEqualTo("null");
    assertThatThrownBy(() -> Printable.of("a", 0)).hasMessageContaining("at least 1");
  }
}

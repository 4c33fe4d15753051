package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {
  private static final String HOSTILE = "Ada\nEve\u001b[2J\u001b]0;x\u0007\u009b1m\r";
  private static final String SHOWN = "Ada\\nEve\\x1b[2J\\x1b]0;x\\x07\\x9b1m\\r";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final TerminalWriter out = TerminalWriter.to(new PrintStream(screen, true, UTF_8));

  @Test
  void println_prints_one_line_whatever_is_in_it() {
    out.println(HOSTILE);
    out.println((Object) HOSTILE);
    assertThat(screen.toString(UTF_8)).isEqualTo((SHOWN + "\n").repeat(2));
  }

  @Test
  void a_value_of_a_format_breaks_no_line_but_the_format_does() {
    out.printf(Locale.ROOT, "%-5s|%.2f|%d%n%s%n", "José", 0.5, 7, HOSTILE);
    assertThat(screen.toString(UTF_8)).isEqualTo("José |0.50|7\n" + SHOWN + "\n");
  }

  @Test
  void print_keeps_lines_tabs_and_bold_words_and_nothing_else() {
    out.print("Usage:\r\n\t\u001b[1mdemo\u001b[0m \u001b[2J\u001b[K\u202e\u0000\n");
    out.append('\u0007').write("\u001b7");
    out.flush();
    assertThat(screen.toString(UTF_8))
        .isEqualTo("Usage:\n\t\u001b[1mdemo\u001b[0m \\x1b[2J\\x1b[K\\u202e\\x00\n\\x07\\x1b7");
  }
}

package io.facestream.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RootCauseTest {
  @Test
  void shouldTakeTheInnermostMessage() {
    Exception innermost = new IOException("no space is left\non the disk");
    Exception failure = new CompletionException(new IllegalStateException("failed", innermost));
    assertThat(RootCause.inOneLine(failure)).isEqualTo("no space is left");
  }

  @Test
  void shouldTakeAnOuterMessageWhereTheInnermostHasNone() {
    assertThat(RootCause.inOneLine(new IllegalStateException("it is over", new IOException())))
        .isEqualTo("it is over");
    assertThat(RootCause.inOneLine(new InterruptedException())).isEqualTo("InterruptedException");
  }

  @Test
  void shouldSayWhatItIsWhereTheMessageSaysLittleAlone() {
    assertThat(RootCause.inOneLine(new NoSuchFileException("models")))
        .isEqualTo("NoSuchFileException: models");
  }

  @Test
  void shouldNotGoRoundInACircle() {
    Exception one = new IllegalStateException("one");
    Exception two = new IllegalStateException("two", one);
    one.initCause(two);
    assertThat(RootCause.inOneLine(one)).isNotBlank();
  }
}

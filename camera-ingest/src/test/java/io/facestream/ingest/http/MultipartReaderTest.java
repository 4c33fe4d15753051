package io.facestream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartReaderTest {

  @ParameterizedTest
  @CsvSource({"frame, --frame", "--frame, --frame"})
  void shouldReadPartsWithALength(String boundary, String delimiter) throws IOException {
    MultipartReader reader =
        reader(
            boundary,
            "\r\nD\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\na\r\nDb\r\nD\r\nCONTENT-LENGTH:1\r\n\r\nc\r\n"
                .replace("D", delimiter));
    assertThat(reader.next().contentType()).isEqualTo("image/jpeg");
    assertThat(text(reader.next())).isEqualTo("c");
  }

  @Test
  void shouldFindTheEndOfPartsWithoutALength() throws IOException {
    MultipartReader reader =
        reader(
            "x",
            "--x\r\nContent-Type: image/jpeg\r\n\r\na\nb\r\n\r\n--x\r\n\r\nc\n--x\n\nd\r\n--x--\r\n");
    assertThat(text(reader.next())).isEqualTo("a\nb\r\n");
    assertThat(text(reader.next())).isEqualTo("c");
    assertThat(text(reader.next())).isEqualTo("d");
    assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
  }

  @Test
  void shouldNeverHandOutHalfAPicture() {
    assertThatThrownBy(() -> reader("x", "--x\r\nContent-Length: 9\r\n\r\nabc").next())
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> reader("x", "--x\r\n\r\nabc").next()).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1", "many", "2000000000"})
  void shouldRefuseAnAbsurdLength(String length) {
    assertThatThrownBy(() -> reader("x", "--x\r\nContent-Length: " + length + "\r\n\r\n").next())
        .hasMessageContaining(length);
  }

  private static MultipartReader reader(String boundary, String body) {
    return new MultipartReader(
        new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), boundary);
  }

  private static String text(MultipartReader.Part part) {
    return new String(part.content(), StandardCharsets.ISO_8859_1);
  }
}

package io.facestream.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShareConverterTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.3%", "0.3 %", " 0.003 ", "3e-3"})
  void shouldReadSharesAsPeopleWriteThem(String text) {
    assertThat(new ShareConverter().convert(text)).isEqualTo(0.003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100%", "1", "-1%", "150%", "few", "%", "", "0,3%", "NaN"})
  void shouldRefuseAnythingElse(String text) {
    assertThatThrownBy(() -> new ShareConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is no share above 0% and below 100%; write for example 0.3%");
  }
}

package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "deploy/docker/Dockerfile"})
  void java_reads_file_names_as_utf_8(String dockerfile) {
    assertThat(Checkout.text(dockerfile)).containsPattern("ENV [^#]*LC_ALL=C\\.UTF-8");
  }
}

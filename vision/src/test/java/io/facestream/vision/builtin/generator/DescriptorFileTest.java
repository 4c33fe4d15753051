package io.facestream.vision.builtin.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code descriptor.onnx} equal to what the generator writes. After a change of the generator
 * or its projection write the file anew with {@code ./mvnw -pl vision test
 * -Dtest=DescriptorFileTest -Dfacestream.writeDescriptor=true} and give the embedder a new {@code
 * modelId}: embeddings of two networks cannot be compared.
 */
class DescriptorFileTest {
  private static final Path FILE =
      Path.of("src/main/resources/io/facestream/vision/builtin/descriptor.onnx");

  @Test
  void shouldKeepTheFileAsTheGeneratorWritesIt() throws IOException {
    byte[] generated = DescriptorNetwork.onnx();
    if (Boolean.getBoolean("facestream.writeDescriptor")) {
      Files.write(FILE, generated);
    }
    assertThat(Arrays.mismatch(Files.readAllBytes(FILE), generated))
        .as("first byte that the generator writes differently, −1 for none")
        .isEqualTo(-1);
  }
}

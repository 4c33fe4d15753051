package io.facestream.matcher.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void shouldTakeTheVectorKernelWhereItsModuleIsPresent() {
    assertThat(Kernels.choose(null, true).kernel().name()).startsWith("vector");
  }

  @Test
  void shouldFallBackToScalarAndNameTheMissingFlag() {
    Kernels.Choice choice = Kernels.choose(null, false);
    assertThat(choice.kernel().name()).isEqualTo("scalar");
    assertThat(choice.reason()).contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void shouldObeyTheProperty() {
    assertThat(Kernels.choose("scalar", true).kernel().name()).isEqualTo("scalar");
    assertThat(Kernels.choose("vector", true).kernel().name()).startsWith("vector");
    assertThat(Kernels.choose("vector", true).reason()).contains(Kernels.PROPERTY);
  }

  @Test
  void shouldRefuseAForcedKernelThatCannotRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.choose("vector", false))
        .withMessageContaining("--add-modules jdk.incubator.vector");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.choose("abacus", true))
        .withMessageContaining("scalar or vector");
  }
}

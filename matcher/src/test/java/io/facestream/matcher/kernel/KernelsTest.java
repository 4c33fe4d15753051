package io.facestream.matcher.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private static final Available EVERYTHING = Available.of(true, "1");
  private static final Available NO_VECTOR_MODULE = Available.of(false, "1");
  private static final Available MANY_OMP_THREADS = Available.of(true, null);
  private static final Available NOTHING = Available.of(false, "4");

  @Test
  void shouldTakeOneDnnForBatchesAndTheVectorApiForFewProbes() {
    Kernels.Choice choice = Kernels.choose(null, EVERYTHING);
    assertThat(choice.suite().name()).isEqualTo("onednn and vector");
    try (ProductKernel few = choice.suite().few().apply(64);
        ProductKernel many = choice.suite().many().apply(64)) {
      assertThat(few.name()).startsWith("vector-int8");
      assertThat(many.name()).startsWith("onednn-int8");
    }
  }

  @Test
  void shouldNameWhatIsMissingForSpeed() {
    assertThat(Kernels.choose(null, NO_VECTOR_MODULE).suite().name()).isEqualTo("onednn");
    assertThat(Kernels.choose(null, NO_VECTOR_MODULE).reason())
        .contains("--add-modules jdk.incubator.vector");
    assertThat(Kernels.choose(null, MANY_OMP_THREADS).suite().name()).isEqualTo("vector");
    assertThat(Kernels.choose(null, MANY_OMP_THREADS).reason()).contains("OMP_NUM_THREADS=1");
    assertThat(Kernels.choose(null, NOTHING).suite().name()).isEqualTo("scalar");
    assertThat(Kernels.choose(null, NOTHING).reason())
        .contains("--add-modules jdk.incubator.vector")
        .contains("OMP_NUM_THREADS=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "vector", "vector-fp32", "scalar"})
  void shouldObeyTheProperty(String name) {
    Kernels.Choice choice = Kernels.choose(name, EVERYTHING);
    assertThat(choice.suite().name()).isEqualTo(name);
    assertThat(choice.reason()).contains(Kernels.PROPERTY);
  }

  @Test
  void shouldRefuseAForcedKernelThatCannotRun() {
    refuses("vector", NOTHING, "--add-modules jdk.incubator.vector");
    refuses("onednn", NOTHING, "OMP_NUM_THREADS=1");
    refuses("abacus", EVERYTHING, "onednn, vector, vector-fp32 or scalar");
  }

  private static void refuses(String forced, Available available, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.choose(forced, available))
        .withMessageContaining(message);
  }
}

package io.facestream.matcher.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private static final ScanKernel FAST = new JavaScan();

  @Test
  void shouldTakeTheFastestAndSayFromWhich() {
    Kernels.Choice choice = Kernels.choose(null, provider(Map.of("fast", FAST)));
    assertThat(choice.kernel()).isSameAs(FAST);
    assertThat(choice.reason()).contains("fast, java");
  }

  @Test
  void shouldSayWhyThereIsNoneInC() {
    Kernels.Choice choice = Kernels.choose(null, provider(Map.of()));
    assertThat(choice.kernel().name()).isEqualTo("java");
    assertThat(choice.slow()).isTrue();
    assertThat(choice.reason()).contains("slow").contains("/tmp is mounted noexec");
  }

  @Test
  void shouldObeyTheProperty() {
    Kernels.Choice choice = Kernels.choose("JAVA", provider(Map.of("fast", FAST)));
    assertThat(choice.kernel()).isNotSameAs(FAST);
    assertThat(choice.reason()).contains(Kernels.PROPERTY);
    assertThat(choice.slow()).isFalse();
  }

  @Test
  void shouldRefuseAForcedKernelThatCannotRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.choose("abacus", provider(Map.of("fast", FAST))))
        .withMessageContaining("abacus does not run here; use one of [fast, java]");
  }

  private static KernelProvider provider(Map<String, ScanKernel> kernels) {
    return new KernelProvider() {
      @Override
      public Map<String, ScanKernel> fastestFirst() {
        return kernels;
      }

      @Override
      public String whyNone() {
        return "/tmp is mounted noexec";
      }
    };
  }
}

package io.facestream.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;

/** The cluster's settings in {@code flink-conf/}, read as Flink reads them. */
class FlinkConfTest {
  private final Configuration settings = GlobalConfiguration.loadConfiguration("../../flink-conf");

  @Test
  void shouldSaveStateAndComeBackAfterAFailure() {
    assertThat(settings.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).startsWith("file:///");
    assertThat(settings.get(RestartStrategyOptions.RESTART_STRATEGY))
        .isEqualTo("exponential-delay");
  }

  @Test
  void shouldDivideAMemoryThatSuffices() {
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(settings);

    assertThat(memory.getTaskOffHeapSize()).isEqualTo(MemorySize.parse("1g"));
    assertThat(memory.getTaskHeapSize()).isGreaterThan(MemorySize.parse("512m"));
    assertThat(JobManagerProcessUtils.processSpecFromConfig(settings).getJvmHeapMemorySize())
        .isGreaterThan(MemorySize.parse("512m"));
  }

  @Test
  void shouldOpenWhatSubmissionThroughRestNeeds() {
    assertThat(settings.get(CoreOptions.FLINK_JVM_OPTIONS))
        .contains("--add-opens=java.base/java.util=ALL-UNNAMED")
        .contains("--enable-native-access=ALL-UNNAMED");
  }
}

package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cluster.conf.FlinkYaml;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkSettingsTest {
  private static final Distribution BUILD =
      new Distribution(Path.of(System.getProperty("facestream.home")));

  @TempDir Path folder;

  @Test
  void shouldKeepWhatTheProjectSetsForEveryCluster() {
    assertThat(settings(spec()))
        .containsEntry("heartbeat.timeout", "6000")
        .containsEntry("state.backend.type", "rocksdb")
        .containsEntry("execution.checkpointing.snapshot-compression", "true");
    assertThat(settings(spec()).get("env.java.opts.all"))
        .contains("--enable-native-access=ALL-UNNAMED", "java.base/java.util=ALL-UNNAMED");
  }

  @Test
  void shouldListenOnLoopbackOnly() {
    assertThat(settings(spec()))
        .containsEntry("rest.bind-address", "127.0.0.1")
        .containsEntry("jobmanager.bind-host", "127.0.0.1")
        .containsEntry("taskmanager.bind-host", "127.0.0.1")
        .doesNotContainValue("0.0.0.0");
    assertThat(settings(spec()).keySet()).noneMatch(key -> key.startsWith("metrics.reporter"));
  }

  @Test
  void shouldKeepEveryFileInItsFolder() {
    assertThat(settings(spec()).values()).noneMatch(value -> value.contains("/opt/flink"));
    assertThat(settings(spec().withHighAvailability(true)).values())
        .noneMatch(value -> value.contains("/opt/flink"));
  }

  @Test
  void shouldNameFoldersAsFlinkReadsThem() {
    Path spaced = folder.resolve("my 100%20 cluster");
    assertThat(settings(ClusterSpec.in(spaced).withHighAvailability(true)))
        .containsEntry("execution.checkpointing.dir", "file:" + spaced.resolve("checkpoints"))
        .containsEntry(
            "execution.checkpointing.savepoint-dir", "file:" + spaced.resolve("savepoints"))
        .containsEntry("high-availability.storageDir", "file:" + spaced.resolve("ha"));
  }

  @Test
  void shouldFindItsOwnZooKeeperOnlyWithHighAvailability() {
    assertThat(settings(spec())).doesNotContainKey("high-availability.type");
    assertThat(settings(spec().withHighAvailability(true)))
        .containsEntry("high-availability.type", "zookeeper")
        .containsEntry("high-availability.zookeeper.quorum", "127.0.0.1:2181");
  }

  @Test
  void shouldLetTheCallerHaveTheLastWord() {
    ClusterSpec spec = spec().withFlinkSetting("heartbeat.timeout", "9000");
    assertThat(settings(spec)).containsEntry("heartbeat.timeout", "9000");
  }

  @Test
  void shouldWriteWhatItReads() {
    Path file = folder.resolve("conf/config.yaml");
    Map<String, String> settings = settings(spec());

    FlinkYaml.write(settings, file);

    assertThat(FlinkYaml.read(file)).isEqualTo(settings);
  }

  private ClusterSpec spec() {
    return ClusterSpec.in(folder);
  }

  private static Map<String, String> settings(ClusterSpec spec) {
    return FlinkSettings.of(spec, BUILD);
  }
}

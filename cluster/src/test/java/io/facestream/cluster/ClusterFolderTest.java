package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.Remedy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterFolderTest {
  @Test
  void shouldKeepTemporaryFilesWithinTheFolder() {
    Path folder = Path.of("/home/ada/.local/state/facestream/cluster");

    assertThat(new ClusterFolder(folder).temporary()).isEqualTo(folder.resolve("tmp"));
  }

  @Test
  void shouldRefuseAFolderThatFlinkWouldDoubleWithHighAvailability() {
    ClusterFolder spaced = new ClusterFolder(Path.of("/home/ada/my cluster"));

    assertThatThrownBy(() -> spaced.requireUsable(true))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("/home/ada/my cluster")
        .extracting(failure -> ((ClusterException) failure).remedies())
        .isEqualTo(List.of(Remedy.CLUSTER_FOLDER));
    assertThatCode(() -> spaced.requireUsable(false)).doesNotThrowAnyException();
    assertThatCode(() -> new ClusterFolder(Path.of("/home/zoë/cluster")).requireUsable(true))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldKeepTemporaryFilesUnderAShortPathWhenThatOfTheFolderIsLong() {
    Path folder = Path.of("/home/ada/" + "long/".repeat(20) + "cluster");
    Path other = Path.of("/home/ada/" + "long/".repeat(20) + "other");

    assertThat(new ClusterFolder(folder).temporary().toString()).hasSizeLessThan(50);
    assertThat(new ClusterFolder(folder).temporary())
        .isEqualTo(new ClusterFolder(folder).temporary())
        .isNotEqualTo(new ClusterFolder(other).temporary());
  }
}

package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.Remedy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ClusterPortsTest {
  private static final ClusterPorts FREE = ClusterPorts.free();

  @Test
  void shouldTakePortsThatAreFree() {
    assertThatCode(() -> FREE.requireFree(true)).doesNotThrowAnyException();
  }

  @Test
  void shouldNameThePortAndWhoWantsIt() throws Exception {
    try (ServerSocket taken = listen()) {
      assertThatThrownBy(() -> withWeb(taken.getLocalPort()).requireFree(false))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("wanted by Flink's web UI, is taken by ")
          .extracting(failure -> ((ClusterException) failure).remedies())
          .isEqualTo(List.of(Remedy.WEB_PORT, Remedy.ANY_PORTS));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameTheProcessThatHasThePort() throws Exception {
    try (ServerSocket taken = listen()) {
      assertThatThrownBy(() -> withWeb(taken.getLocalPort()).requireFree(false))
          .hasMessageContaining("java (pid " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void shouldNotMindZooKeepersPortWithoutHighAvailability() throws Exception {
    try (ServerSocket taken = listen()) {
      ClusterPorts ports =
          new ClusterPorts(
              FREE.kafka(), FREE.controller(), FREE.web(), FREE.rpc(), taken.getLocalPort());
      assertThatCode(() -> ports.requireFree(false)).doesNotThrowAnyException();
      assertThatThrownBy(() -> ports.requireFree(true)).hasMessageContaining("wanted by ZooKeeper");
    }
  }

  private static ClusterPorts withWeb(int port) {
    return new ClusterPorts(FREE.kafka(), FREE.controller(), port, FREE.rpc(), FREE.zookeeper());
  }

  private static ServerSocket listen() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}

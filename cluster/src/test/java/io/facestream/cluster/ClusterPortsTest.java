package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
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
  void shouldNameThePortWhoWantsItAndTheOption() throws Exception {
    try (ServerSocket taken = listen()) {
      assertThatThrownBy(() -> withWeb(taken.getLocalPort()).requireFree(false))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("web UI (--web-port)")
          .hasMessageContaining("--any-ports");
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
      assertThatThrownBy(() -> ports.requireFree(true)).hasMessageContaining("--zookeeper-port");
    }
  }

  private static ClusterPorts withWeb(int port) {
    return new ClusterPorts(FREE.kafka(), FREE.controller(), port, FREE.rpc(), FREE.zookeeper());
  }

  private static ServerSocket listen() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}

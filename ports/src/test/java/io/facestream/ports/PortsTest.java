package io.facestream.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final int FIRST_THAT_LINUX_HANDS_TO_CLIENTS = 32_768;

  @Test
  void shouldGiveAnotherFreePortEachTimeAndNoneOfTheClients() {
    List<Integer> ports = Stream.generate(Ports::free).limit(100).toList();
    assertThat(ports)
        .doesNotHaveDuplicates()
        .allMatch(Ports::isFree)
        .allMatch(port -> port < FIRST_THAT_LINUX_HANDS_TO_CLIENTS);
  }

  @Test
  void shouldTellWhetherSomebodyListens() throws Exception {
    int port = Ports.free();
    assertThat(Ports.answers(port)).isFalse();
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThat(Ports.isFree(port)).isFalse();
      assertThat(Ports.answers(port)).isTrue();
    }
  }
}

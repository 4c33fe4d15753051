package io.facestream.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
final class Ports {
  private Ports() {}

  /** A port that was free a moment ago; the system hands each out once before it repeats. */
  static int free() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new QuickstartException("No TCP port is free on the loopback interface", e);
    }
  }

  /** Whether somebody listens on this port, 1…65535. */
  static boolean isTaken(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.getLocalPort() != port;
    } catch (IOException e) {
      return true;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}

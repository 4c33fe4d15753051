package io.facestream.ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of the loopback interface. */
public final class Ports {
  private static final int CONNECT_MILLIS = 500;
  private static final int LEAST = 15_000;
  private static final int MOST = 32_000;

  /** From anywhere, so that two processes that look for ports do not look at the same. */
  private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(MOST - LEAST));

  private Ports() {}

  /**
   * A port that was free a moment ago, different at each call.
   *
   * <p>None that the system hands out to clients (on Linux from 32768 on): there any client could
   * be given it before the server is up, even the one that asks whether it is, and would then be
   * connected to itself.
   */
  public static int free() {
    for (int tried = 0; tried < MOST - LEAST; tried++) {
      int port = LEAST + Math.floorMod(NEXT.getAndIncrement(), MOST - LEAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "No TCP port from %d to %d is free on the loopback interface",
            LEAST,
            MOST));
  }

  /** Whether nobody listens on this port, 1…65535, so that a server can. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: connections of a predecessor that are still closing are no hindrance.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody answers on this port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

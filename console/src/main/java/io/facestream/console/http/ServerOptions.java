package io.facestream.console.http;

import java.net.URI;
import java.util.List;

/**
 * Where the server listens, and how people reach it.
 *
 * @param host an address of this machine
 * @param port 0 for any that is free
 * @param publicAddress what browsers have in their address line, where something stands in front;
 *     null where they reach the server itself
 * @param trustedProxies addresses or networks of what stands in front, whose word on who asks is
 *     taken
 */
public record ServerOptions(String host, int port, URI publicAddress, List<String> trustedProxies) {
  /** Nobody on other machines reaches it there. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * @throws IllegalArgumentException when a proxy is neither an address nor a network
   */
  public ServerOptions {
    trustedProxies = List.copyOf(trustedProxies);
    try {
      new ClientAddresses(trustedProxies);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A trusted proxy is an address or a network, such as 10.0.0.0/8", e);
    }
  }

  /** With nothing in front whose word counts. */
  public ServerOptions(String host, int port, URI publicAddress) {
    this(host, port, publicAddress, List.of());
  }

  boolean overTls() {
    return publicAddress != null && "https".equalsIgnoreCase(publicAddress.getScheme());
  }
}

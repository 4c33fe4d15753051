package io.facestream.console.http;

import java.net.URI;

/**
 * Where the server listens, and how people reach it.
 *
 * @param host an address of this machine
 * @param port 0 for any that is free
 * @param publicAddress what browsers have in their address line, where something stands in front;
 *     null where they reach the server itself
 */
public record ServerOptions(String host, int port, URI publicAddress) {
  /** Nobody on other machines reaches it there. */
  public static final String LOOPBACK = "127.0.0.1";

  boolean overTls() {
    return publicAddress != null && "https".equalsIgnoreCase(publicAddress.getScheme());
  }
}

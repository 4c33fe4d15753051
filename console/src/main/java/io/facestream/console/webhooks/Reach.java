package io.facestream.console.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Where webhooks may reach. Whoever makes one has the console send requests from where it stands:
 * behind a firewall, beside services that ask for no password.
 */
public enum Reach {
  /** Public addresses, over TLS. */
  PUBLIC,
  /** Also this machine, there without TLS too, and private networks. */
  PRIVATE_TOO;

  private static final int LONGEST_URL = 2_000;

  /** Of this machine. */
  private static final InetAddressSet LOOPBACK = set("127.0.0.0/8", "::1");

  /** Of private networks, those of carriers among them. */
  private static final InetAddressSet PRIVATE =
      set("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

  /**
   * Of nobody that one would tell: this network, link-local (there the clouds answer with their
   * keys), documentation, benchmarks, multicast, reserved, and IPv4 in other clothes.
   */
  private static final InetAddressSet NEVER =
      set(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "::/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  /** How an IPv6 address begins that stands for one of IPv4. */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  /** An address and no name. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

  private static InetAddressSet set(String... networks) {
    InetAddressSet set = new InetAddressSet();
    set.addAll(List.of(networks));
    return set;
  }

  /** Whether may be connected to that. */
  public boolean allows(InetAddress named) {
    InetAddress address = unmapped(named);
    if (LOOPBACK.test(address) || PRIVATE.test(address)) {
      return this == PRIVATE_TOO;
    }
    return !NEVER.test(address);
  }

  /** An AAAA record can hold an IPv4 address, to which the system connects. */
  private static InetAddress unmapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != MAPPED.length + 4
        || !Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)) {
      return address;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, MAPPED.length, bytes.length));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  /**
   * The address of a webhook. Names are looked up when it is sent to, since they can come to mean
   * another address.
   *
   * @throws IllegalArgumentException when nothing may be sent there; the message says why
   */
  public URI checked(String url) {
    URI uri;
    try {
      uri = URI.create(url == null ? "" : url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'url' is no address", e);
    }
    require(
        uri.getHost() != null && url.length() <= LONGEST_URL && uri.getPort() <= 65_535,
        "'url' is an address with a host: https://shop.example/hook");
    require(
        uri.getRawUserInfo() == null && uri.getRawFragment() == null,
        "'url' has neither a name and password nor a fragment");
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean plain = scheme.equals("http");
    require(
        scheme.equals("https") || plain && this == PRIVATE_TOO && isLoopback(uri.getHost()),
        "'url' begins with https://");
    require(
        this == PRIVATE_TOO || !isLoopback(uri.getHost()),
        "'url' is on this machine, which this console may not send to");
    require(
        !LITERAL.matcher(uri.getHost()).matches() || allows(literal(uri.getHost())),
        "'url' names an address that this console may not send to");
    return uri;
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || LITERAL.matcher(host).matches() && LOOPBACK.test(literal(host));
  }

  private static InetAddress literal(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'url' has an address that is none", e);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}

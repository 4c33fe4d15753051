package io.facestream.console.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Where a request comes from. What a proxy says of it counts only where that proxy is trusted:
 * anybody can send the header.
 */
final class ClientAddresses {
  private static final String HEADER = "X-Forwarded-For";

  /** Addresses, and never names: those would be looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final InetAddressSet proxies = new InetAddressSet();

  /**
   * @param trusted addresses or networks, such as 10.0.0.0/8
   * @throws IllegalArgumentException when one is neither
   */
  ClientAddresses(List<String> trusted) {
    proxies.addAll(trusted);
  }

  /** The last one on its way that is no trusted proxy. */
  String of(Context context) {
    String nearest = context.req().getRemoteAddr();
    List<String> way = new ArrayList<>();
    for (String line : Collections.list(context.req().getHeaders(HEADER))) {
      way.addAll(List.of(line.split(",")));
    }
    Collections.reverse(way);
    for (String before : way) {
      if (!isTrusted(nearest)) {
        return nearest;
      }
      Optional<InetAddress> address = parse(before.strip());
      if (address.isEmpty()) {
        return nearest;
      }
      nearest = address.get().getHostAddress();
    }
    return nearest;
  }

  private boolean isTrusted(String address) {
    return parse(address).map(proxies::test).orElse(false);
  }

  private static Optional<InetAddress> parse(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

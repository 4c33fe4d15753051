package io.facestream.console.webhooks;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up, and gives the client those addresses only to which it may connect. What was
 * checked is what is connected to: a name that means another address a moment later gains nothing.
 */
final class CheckedAddresses implements SocketAddressResolver {
  private final Reach reach;
  private final Lookup lookup;
  private final Executor executor;

  /** How a name is looked up. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** Nothing of what a name means may be connected to. */
  static final class NotAllowedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  CheckedAddresses(Reach reach, Lookup lookup, Executor executor) {
    this.reach = reach;
    this.lookup = lookup;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    executor.execute(
        () -> {
          try {
            List<InetSocketAddress> allowed =
                Stream.of(lookup.of(host))
                    .filter(reach::allows)
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
            if (allowed.isEmpty()) {
              promise.failed(new NotAllowedException());
            } else {
              promise.succeeded(allowed);
            }
          } catch (UnknownHostException e) {
            promise.failed(e);
          }
        });
  }
}

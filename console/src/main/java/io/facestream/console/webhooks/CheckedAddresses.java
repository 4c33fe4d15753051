package io.facestream.console.webhooks;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up, and gives the client those addresses only to which it may connect. What was
 * checked is what is connected to: a name that means another address a moment later gains nothing.
 */
final class CheckedAddresses implements SocketAddressResolver {
  /** How long a name is looked up for; the system may take longer, and is let do so. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Reach reach;
  private final Lookup lookup;
  private final Executor lookups;
  private final Executor answers;
  private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();

  /** How a name is looked up. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** Nothing of what a name means may be connected to. */
  static final class NotAllowedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param lookups where names are looked up, which may take long: one thread for each name
   * @param answers where it goes on then
   */
  CheckedAddresses(Reach reach, Lookup lookup, Executor lookups, Executor answers) {
    this.reach = reach;
    this.lookup = lookup;
    this.lookups = lookups;
    this.answers = answers;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    underWay
        .computeIfAbsent(host, this::lookUp)
        .copy()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (found, failure) -> {
              if (failure != null) {
                promise.failed(failure);
                return;
              }
              List<InetSocketAddress> allowed =
                  Stream.of(found)
                      .filter(reach::allows)
                      .map(address -> new InetSocketAddress(address, port))
                      .toList();
              if (allowed.isEmpty()) {
                promise.failed(new NotAllowedException());
              } else {
                promise.succeeded(allowed);
              }
            },
            answers);
  }

  /** Who asks while a name is looked up gets the same answer, and takes no thread. */
  private CompletableFuture<InetAddress[]> lookUp(String host) {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    lookups.execute(
        () -> {
          try {
            found.complete(lookup.of(host));
          } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
          } finally {
            underWay.remove(host, found);
          }
        });
    return found;
  }
}

package io.facestream.console.webhooks;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Scope;
import io.facestream.console.webhooks.DeliveryTable.Fresh;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Webhooks: made, listed, removed; and what was told to each. */
public final class Webhooks {
  /** How many there may be that somebody of the same watchlists has made, and that are open. */
  public static final int MOST = 50;

  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Jdbi jdbi;
  private final Reach reach;
  private final Noted audit;
  private final Clock clock;

  public Webhooks(Jdbi jdbi, Reach reach, Noted audit, Clock clock) {
    this.jdbi = jdbi;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One just made.
   *
   * @param secret the only time that it is shown
   */
  public record Created(Webhook webhook, String secret) {}

  /**
   * Makes one.
   *
   * @param watchlists of whose people it is told; null for all that its maker may see
   * @return empty when there are too many
   * @throws IllegalArgumentException when a value is out of bounds; the message says which
   */
  public Optional<Created> create(
      Caller maker, String url, Collection<String> events, Collection<String> watchlists) {
    URI checked = reach.checked(url);
    Set<WebhookEvent> wanted = WebhookEvent.of(events);
    Scope scope = watchlists == null ? maker.scope() : Scope.of(watchlists);
    if (!maker.scope().covers(scope)) {
      throw new IllegalArgumentException("'watchlists' names one that does not exist");
    }
    Webhook webhook =
        new Webhook(
            HexFormat.of().formatHex(random(ID_BYTES)),
            checked,
            wanted,
            scope,
            clock.instant(),
            maker.id(),
            null);
    String secret = PREFIX + Base64.getEncoder().encodeToString(random(SECRET_BYTES));
    return jdbi.inTransaction(
        handle -> {
          if (WebhookTable.countOpen(handle, maker.scope(), webhook.created()) >= MOST) {
            return Optional.empty();
          }
          WebhookTable.insert(handle, webhook, maker.scope(), secret);
          audit.add(
              handle,
              maker.id(),
              "webhook.create",
              webhook.id(),
              // Only the host: the rest of an address is often a secret of the receiver's.
              Map.of("host", cut(checked.getHost()), "events", WebhookEvent.texts(wanted)));
          return Optional.of(new Created(webhook, secret));
        });
  }

  private static String cut(String host) {
    return host.length() > 200 ? host.substring(0, 200) : host;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A webhook, and how many of its deliveries are in each state. */
  public record Counted(Webhook webhook, int waiting, int delivered, int dead) {}

  /** Those that the caller could have made, newest first. */
  public List<Counted> list(Caller caller) {
    return jdbi.inTransaction(
        handle -> {
          Map<String, Map<String, Integer>> counts = DeliveryTable.counts(handle);
          return WebhookTable.list(handle, clock.instant()).stream()
              .filter(webhook -> caller.scope().covers(webhook.scope()))
              .map(webhook -> counted(webhook, counts.getOrDefault(webhook.id(), Map.of())))
              .toList();
        });
  }

  private static Counted counted(Webhook webhook, Map<String, Integer> counts) {
    return new Counted(
        webhook,
        counts.getOrDefault(Delivery.WAITING, 0),
        counts.getOrDefault(Delivery.DELIVERED, 0),
        counts.getOrDefault(Delivery.DEAD, 0));
  }

  /** One of those. */
  public Optional<Webhook> find(Caller caller, String id) {
    return jdbi.withHandle(handle -> find(handle, caller, id));
  }

  private Optional<Webhook> find(Handle handle, Caller caller, String id) {
    return WebhookTable.find(handle, id, clock.instant())
        .filter(webhook -> caller.scope().covers(webhook.scope()));
  }

  /** Removes one with all that it was told; whether it was there. */
  public boolean remove(Caller caller, String id) {
    return jdbi.inTransaction(
        handle -> {
          if (find(handle, caller, id).isEmpty() || WebhookTable.delete(handle, id) == 0) {
            return false;
          }
          audit.add(handle, caller.id(), "webhook.delete", id, Map.of());
          return true;
        });
  }

  /**
   * What was told to one, newest first; one more than asked for, where there are more.
   *
   * @param before {@link Delivery#seq} of the last one shown; {@code Long.MAX_VALUE} for none
   */
  public List<Delivery> deliveries(String id, long before, int limit) {
    return jdbi.withHandle(handle -> DeliveryTable.list(handle, id, before, limit + 1));
  }

  /**
   * Deletes some of what was told, or waits to be, of older events.
   *
   * @param unknown of people who are not in the gallery, or of the others
   * @return how many they were
   */
  public static int deleteOlder(Handle handle, boolean unknown, Instant before, int most) {
    return DeliveryTable.deleteOlder(handle, unknown, before, most);
  }

  /**
   * Deletes some that ended before a time, with what they were told.
   *
   * @return how many they were
   */
  public static int deleteEnded(Handle handle, Instant before, int most) {
    return WebhookTable.deleteEnded(handle, before, most);
  }

  /** Tells something anew; empty where there is no such thing. */
  public Optional<Delivery> retry(Caller caller, Webhook webhook, String eventId) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Delivery> found = DeliveryTable.find(handle, webhook.id(), eventId);
          found.ifPresent(
              delivery -> {
                DeliveryTable.retry(handle, delivery.seq(), clock.instant());
                audit.add(
                    handle,
                    caller.id(),
                    "webhook.retry",
                    webhook.id(),
                    Map.of("delivery", eventId));
              });
          return found.isEmpty() ? found : DeliveryTable.find(handle, webhook.id(), eventId);
        });
  }

  /** Tells it something that has not happened. */
  public Delivery test(Caller caller, Webhook webhook) {
    Instant now = clock.instant();
    String id = "test-" + HexFormat.of().formatHex(random(SECRET_BYTES / 2));
    return jdbi.inTransaction(
        handle -> {
          DeliveryTable.add(
              handle, webhook.id(), new Fresh(id, "test", null, false, now, "{}"), now);
          audit.add(handle, caller.id(), "webhook.test", webhook.id(), Map.of());
          return DeliveryTable.find(handle, webhook.id(), id).orElseThrow();
        });
  }
}

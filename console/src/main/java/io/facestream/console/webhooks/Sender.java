package io.facestream.console.webhooks;

import com.standardwebhooks.exceptions.WebhookSigningException;
import io.facestream.console.access.Noted;
import io.facestream.wire.Printable;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.jetty.client.Request;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox has, on one thread that asks the database, signs, and notes what came of
 * it; requests themselves wait for nobody. Several consoles on one database share the work. One
 * that is killed in the middle has sent or has not: what it had under way comes again after a
 * while, under the same id.
 */
public final class Sender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** How often is looked for something to send. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** When something comes up again that a killed console had under way. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration AT_THE_END = Duration.ofSeconds(5);
  private static final int MOST_OF_ONE = 4;
  private static final int GONE = 410;

  private final Jdbi jdbi;
  private final Noted audit;
  private final URI console;
  private final Clock clock;
  private final Receivers receivers;
  private final Thread thread = new Thread(this::run, "webhooks-send");
  private final BlockingQueue<Runnable> results = new LinkedBlockingQueue<>();
  private final Map<Attempt, Request> underWay = new HashMap<>();
  private final Map<String, Integer> ofWebhook = new HashMap<>();
  private final SecureRandom random = new SecureRandom();
  private volatile boolean closing;
  private final List<Runnable> again = new ArrayList<>();
  private boolean failing;

  /**
   * Something that is sent.
   *
   * @param lease tells it from a later attempt
   */
  private record Attempt(Webhook webhook, Delivery delivery, Instant lease) {}

  private Sender(Jdbi jdbi, Noted audit, URI console, Receivers receivers, Clock clock) {
    this.jdbi = jdbi;
    this.audit = audit;
    this.console = console;
    this.receivers = receivers;
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param console its address, which receivers see as the source of events
   */
  public static Sender start(Jdbi jdbi, Noted audit, URI console, Reach reach, Clock clock) {
    Receivers receivers = new Receivers(reach, InetAddress::getAllByName, PATIENCE);
    Sender sender = new Sender(jdbi, audit, console, receivers, clock);
    sender.thread.setDaemon(true);
    sender.thread.start();
    return sender;
  }

  private void run() {
    while (!closing) {
      try {
        sendDue();
        failing = false;
      } catch (RuntimeException e) {
        told(e);
      }
      next(LOOK);
    }
    underWay.values().forEach(request -> request.abort(new CancellationException()));
    long until = System.nanoTime() + AT_THE_END.toNanos();
    while (!underWay.isEmpty() && System.nanoTime() < until) {
      next(LOOK);
    }
  }

  /** Notes what has come back, all of it, or waits for something. */
  private void next(Duration patience) {
    try {
      Runnable result = results.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      for (; result != null; result = results.poll()) {
        result.run();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
    if (!again.isEmpty()) {
      LockSupport.parkNanos(LOOK.toNanos());
      results.addAll(again);
      again.clear();
    }
  }

  private void told(RuntimeException failure) {
    if (!failing) {
      LOG.warn(
          "Webhooks cannot be sent at the moment: {}",
          Printable.of(String.valueOf(failure.getMessage()), 300));
    }
    LOG.debug("Sending failed", failure);
    failing = true;
  }

  private void sendDue() {
    Instant now = clock.instant();
    for (String id : jdbi.withHandle(handle -> DeliveryTable.due(handle, now))) {
      int room = MOST_OF_ONE - ofWebhook.getOrDefault(id, 0);
      Optional<Webhook> webhook = jdbi.withHandle(handle -> WebhookTable.find(handle, id, now));
      if (webhook.isEmpty() || room <= 0) {
        continue;
      }
      if (webhook.get().ended() != null) {
        jdbi.useHandle(handle -> DeliveryTable.endAll(handle, id));
        continue;
      }
      String secret = jdbi.withHandle(handle -> WebhookTable.secret(handle, id));
      for (Delivery due : jdbi.withHandle(handle -> DeliveryTable.due(handle, id, now, room))) {
        Attempt attempt = new Attempt(webhook.get(), due, now.plus(LEASE));
        if (jdbi.inTransaction(handle -> DeliveryTable.claim(handle, due, attempt.lease()))) {
          send(attempt, secret);
        }
      }
    }
  }

  private void send(Attempt attempt, String secret) {
    String body = CloudEvent.of(attempt.delivery(), console);
    Map<String, String> headers = headers(secret, attempt.delivery().eventId(), body);
    Consumer<Receivers.Answer> done = answer -> results.add(() -> note(attempt, answer));
    ofWebhook.merge(attempt.webhook().id(), 1, Integer::sum);
    try {
      underWay.put(
          attempt,
          receivers.post(attempt.webhook().url(), headers, CloudEvent.MEDIA_TYPE, body, done));
    } catch (RuntimeException e) {
      // One that the client does not take must not hold up the others.
      done.accept(new Receivers.Answer(null, "it cannot be sent to"));
    }
  }

  private Map<String, String> headers(String secret, String id, String body) {
    long seconds = clock.instant().getEpochSecond();
    try {
      return Map.of(
          com.standardwebhooks.Webhook.UNBRANDED_MSG_ID_KEY,
          id,
          com.standardwebhooks.Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
          Long.toString(seconds),
          com.standardwebhooks.Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
          new com.standardwebhooks.Webhook(secret).sign(id, seconds, body));
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
    }
  }

  private void note(Attempt attempt, Receivers.Answer answer) {
    underWay.remove(attempt);
    ofWebhook.computeIfPresent(
        attempt.webhook().id(), (id, count) -> count == 1 ? null : count - 1);
    store(attempt, answer);
  }

  /** In a database that is away for a while it is noted later. */
  private void store(Attempt attempt, Receivers.Answer answer) {
    try {
      noteIn(attempt, answer);
    } catch (RuntimeException e) {
      told(e);
      again.add(() -> store(attempt, answer));
    }
  }

  private void noteIn(Attempt attempt, Receivers.Answer answer) {
    Instant now = clock.instant();
    String webhook = attempt.webhook().id();
    long seq = attempt.delivery().seq();
    Integer status = answer.status();
    jdbi.useTransaction(
        handle -> {
          if (status != null && status >= 200 && status < 300) {
            DeliveryTable.noteTaken(handle, seq, status);
          } else if (status != null && status == GONE) {
            DeliveryTable.noteFailure(
                handle, seq, attempt.lease(), Delivery.DEAD, status, "wants no more", null);
            WebhookTable.end(handle, webhook, now);
            DeliveryTable.endAll(handle, webhook);
            audit.add(handle, "console", "webhook.end", webhook, Map.of("status", GONE));
          } else if (status == null && closing) {
            DeliveryTable.release(handle, seq, attempt.lease(), now);
          } else {
            Instant next = Attempts.next(attempt.delivery().attempts() + 1, now, random);
            DeliveryTable.noteFailure(
                handle,
                seq,
                attempt.lease(),
                next == null ? Delivery.DEAD : Delivery.WAITING,
                status,
                status == null ? answer.failure() : "answered " + status,
                next);
          }
        });
  }

  @Override
  public void close() {
    closing = true;
    results.add(() -> {});
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    receivers.close();
  }
}

package io.facestream.console.retention;

import io.facestream.console.access.Noted;
import io.facestream.wire.Printable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the rules: at the start, each hour, and when they were changed; in small transactions, so
 * that nobody waits for long. What went is in the audit log, by numbers.
 */
public final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int MOST_AT_ONCE = 500;

  private final Jdbi jdbi;
  private final List<Expiry> all;
  private final Consumer<RetentionRules> before;
  private final Consumer<Duration> auditOlder;
  private final Noted audit;
  private final Clock clock;
  private final Semaphore wanted = new Semaphore(0);
  private final Thread thread = new Thread(this::work, "retention");
  private volatile boolean closing;

  /**
   * @param before what is found out before a run, outside of its transactions
   * @param auditOlder deletes entries of the audit log older than that, as the log's chain asks for
   */
  public Retention(
      Jdbi jdbi,
      List<Expiry> all,
      Consumer<RetentionRules> before,
      Consumer<Duration> auditOlder,
      Noted audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.all = all;
    this.before = before;
    this.auditOlder = auditOlder;
    this.audit = audit;
    this.clock = clock;
  }

  /** Begins. */
  public Retention start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** Asks for a run soon. */
  public void wake() {
    wanted.release();
  }

  private void work() {
    while (!closing) {
      Duration pause = EVERY;
      try {
        run();
      } catch (RuntimeException e) {
        LOG.warn(
            "What is too old cannot be deleted at the moment, and is tried again: {}",
            Printable.of(String.valueOf(e.getMessage()), 300));
        LOG.debug("Retention failed", e);
        pause = AFTER_FAILURE;
      }
      await(pause);
    }
  }

  private void await(Duration pause) {
    try {
      if (wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wanted.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Applies the rules once. */
  public void run() {
    Instant now = clock.instant();
    before.accept(jdbi.withHandle(RetentionTable::state).rules());
    Map<String, Integer> gone = new TreeMap<>();
    try {
      for (Expiry expiry : all) {
        int some;
        do {
          some = deleteSome(expiry, now);
          if (some > 0) {
            gone.merge(expiry.name(), some, Integer::sum);
          }
        } while (some >= MOST_AT_ONCE && !closing);
      }
    } finally {
      if (!gone.isEmpty()) {
        jdbi.useTransaction(
            handle -> audit.add(handle, "console", "retention.run", "retention", gone));
      }
    }
    Age ofAudit = jdbi.withHandle(RetentionTable::state).rules().audit();
    if (ofAudit != null) {
      auditOlder.accept(ofAudit.duration());
    }
    jdbi.useHandle(handle -> RetentionTable.noteRun(handle, now));
  }

  /** By the rules of this moment: they may be changed meanwhile. */
  private int deleteSome(Expiry expiry, Instant now) {
    return jdbi.inTransaction(
        handle ->
            expiry.step().delete(handle, RetentionTable.state(handle).rules(), now, MOST_AT_ONCE));
  }

  @Override
  public void close() {
    closing = true;
    wanted.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

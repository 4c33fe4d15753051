package io.facestream.console.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who changes what lies outside the database takes turns, at all consoles that share it. Within one
 * console by a lock of the JVM, which is all where the database is embedded, since that has one
 * console. On PostgreSQL the console takes its turn among the others by an advisory lock, on one
 * connection for all who work beside each other; it ends with the process, however that ends.
 */
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Nobody else's number, as far as one can tell: the first bytes of the product's name. */
  private static final long NUMBER = 0x6661636573747265L;

  private static final String NOT_IN_TIME = "55P03";

  private final ReentrantReadWriteLock here = new ReentrantReadWriteLock(true);
  private final Jdbi shared;
  private Handle held;
  private int holders;

  /**
   * @param shared null where nobody shares it
   */
  Turns(Jdbi shared) {
    this.shared = shared;
  }

  /**
   * While nobody else does anything.
   *
   * @throws BusyException when others do not end in time
   */
  public <T> T alone(Supplier<T> work) {
    return under(here.writeLock(), "pg_advisory_xact_lock", work);
  }

  /**
   * While others do this, too, and nobody is alone.
   *
   * @throws BusyException when somebody who is alone does not end in time
   */
  public <T> T besideOthers(Supplier<T> work) {
    return under(here.readLock(), "pg_advisory_xact_lock_shared", work);
  }

  private <T> T under(Lock lock, String how, Supplier<T> work) {
    takeHere(lock);
    try {
      take(how);
      try {
        return work.get();
      } finally {
        giveBack();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void takeHere(Lock lock) {
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
  }

  /** All who are here at a time want the same. */
  private synchronized void take(String how) {
    if (shared != null && holders == 0) {
      Handle open = shared.open();
      try {
        // With its transaction the lock ends, too, whatever becomes of the connection.
        open.begin();
        open.execute("SELECT " + how + "(" + NUMBER + ")");
        held = open;
      } catch (JdbiException e) {
        end(open);
        throw isNotInTime(e) ? new BusyException() : e;
      }
    }
    holders++;
  }

  private static boolean isNotInTime(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && NOT_IN_TIME.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private synchronized void giveBack() {
    holders--;
    if (held != null && holders == 0) {
      end(held);
      held = null;
    }
  }

  private static void end(Handle open) {
    try (open) {
      open.rollback();
    } catch (JdbiException e) {
      LOG.debug("The connection is gone, and the turn with it", e);
    }
  }

  /**
   * Before what cannot be taken back: that it is still one's turn.
   *
   * @throws JdbiException when the database went away meanwhile, and the turn with it
   */
  public synchronized void require() {
    if (held != null) {
      held.execute("SELECT 1");
    }
  }
}

package io.facestream.photos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works through photos on several threads, each with an enroller of its own, made when first
 * needed.
 */
public final class PhotoWorkers {
  private final int threads;
  private final Callable<Enroller> enrollers;
  private final List<Enroller> opened = new ArrayList<>();
  private final ThreadLocal<Enroller> mine = ThreadLocal.withInitial(this::open);

  /**
   * Workers that have not begun.
   *
   * @param threads at least 1
   * @param enrollers makes an enroller for one thread; it is closed when the work is done
   */
  public PhotoWorkers(int threads, Callable<Enroller> enrollers) {
    this.threads = threads;
    this.enrollers = enrollers;
  }

  /**
   * Does the work for each photo; once. The first error stops everything.
   *
   * @param work may ask for its thread's enroller, or not
   * @param progress told of each outcome, by one thread at a time
   * @return one outcome per photo, in the order of the photos
   */
  public <P, R> List<R> run(
      List<P> photos, BiFunction<P, Supplier<Enroller>, R> work, Consumer<R> progress) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (P photo : photos) {
        running.add(pool.submit(() -> report(work.apply(photo, mine::get), progress)));
      }
      List<R> outcomes = new ArrayList<>();
      for (Future<R> outcome : running) {
        outcomes.add(await(outcome));
      }
      return outcomes;
    } finally {
      stop(pool);
    }
  }

  private static <R> R report(R outcome, Consumer<R> progress) {
    synchronized (progress) {
      progress.accept(outcome);
    }
    return outcome;
  }

  private Enroller open() {
    try {
      Enroller enroller = enrollers.call();
      synchronized (opened) {
        opened.add(enroller);
      }
      return enroller;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot open the models: " + e.getMessage(), e);
    }
  }

  private void stop(ExecutorService pool) {
    pool.shutdownNow();
    // An enroller is native memory: closed only when its thread has certainly left it.
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    opened.forEach(Enroller::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> R await(Future<R> outcome) {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(
          "The photos were not worked through: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The work on the photos was interrupted", e);
    }
  }
}

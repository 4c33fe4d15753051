package io.facestream.gallery;

import io.facestream.gallery.photos.Enroller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a load on several threads, each with an enroller of its own, made when first needed. */
final class PhotoWorkers {
  private final int threads;
  private final Callable<Enroller> enrollers;
  private final PhotoLoad load;
  private final List<Enroller> opened = new ArrayList<>();
  private final ThreadLocal<Enroller> mine = ThreadLocal.withInitial(this::open);

  PhotoWorkers(int threads, Callable<Enroller> enrollers, PhotoLoad load) {
    this.threads = threads;
    this.enrollers = enrollers;
    this.load = load;
  }

  /** One outcome per photo, in the order of the plan. The first error stops everything. */
  List<PhotoOutcome> run(List<PlannedPhoto> plan, LoadProgress progress) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<PhotoOutcome>> running = new ArrayList<>();
      for (PlannedPhoto photo : plan) {
        running.add(pool.submit(() -> report(load.load(photo, mine::get), progress)));
      }
      List<PhotoOutcome> outcomes = new ArrayList<>();
      for (Future<PhotoOutcome> outcome : running) {
        outcomes.add(await(outcome));
      }
      return outcomes;
    } finally {
      stop(pool);
    }
  }

  private static PhotoOutcome report(PhotoOutcome outcome, LoadProgress progress) {
    synchronized (progress) {
      progress.done(outcome);
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
        pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    opened.forEach(Enroller::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static PhotoOutcome await(Future<PhotoOutcome> outcome) {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Loading failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Loading was interrupted", e);
    }
  }
}

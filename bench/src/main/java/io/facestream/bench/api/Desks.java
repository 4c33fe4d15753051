package io.facestream.bench.api;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that ask side by side, bounded in time and in number. Each captures at its own moments,
 * spread over the interval; what comes late is counted from the moment at which it was due, so that
 * a slow answer cannot hide the ones that it holds up.
 */
final class Desks {
  /** A client that asks again as soon as it has its answer. */
  static final Duration WITHOUT_PAUSE = Duration.ZERO;

  private final List<byte[]> captures;
  private final int seconds;
  private final int requests;

  Desks(List<byte[]> captures, int seconds, int requests) {
    this.captures = captures;
    this.seconds = seconds;
    this.requests = requests;
  }

  /** What they got, and how many answers a second. */
  record Asked(Answers answers, double perSecond) {}

  Asked run(int clients, Duration every, DeskClient.Ask ask) throws InterruptedException {
    Answers answers = new Answers();
    AtomicInteger asked = new AtomicInteger();
    long begun = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        long first = begun + every.toNanos() * client / clients;
        all.add(
            threads.submit(
                () -> {
                  one(first, every.toNanos(), begun, asked, ask, answers);
                  return null;
                }));
      }
      for (Future<?> client : all) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
    return new Asked(answers, answers.perSecond(begun));
  }

  private void one(
      long first, long every, long begun, AtomicInteger asked, DeskClient.Ask ask, Answers answers)
      throws IOException, InterruptedException {
    long ends = begun + seconds * 1_000_000_000L;
    for (long due = first; due < ends && System.nanoTime() < ends; due += every) {
      int number = asked.getAndIncrement();
      if (number >= requests) {
        return;
      }
      if (every == 0) {
        due = System.nanoTime();
      }
      for (long left; (left = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
      ask.run(captures.get(number % captures.size()), due, answers);
    }
  }
}

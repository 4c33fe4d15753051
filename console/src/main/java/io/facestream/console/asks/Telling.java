package io.facestream.console.asks;

import io.facestream.console.asks.AskException.Reason;
import io.facestream.wire.Analysis;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells what comes of one picture. What others hear, on threads that must not wait, is told on the
 * thread of who asks.
 */
final class Telling {
  /** Behind the verdict. */
  private static final Duration FOR_ANALYSERS = Duration.ofSeconds(3);

  private final BlockingQueue<Object> coming = new LinkedBlockingQueue<>();
  private final List<String> analysers;
  private final AskListener listener;
  private final Set<String> said = new HashSet<>();

  Telling(List<String> analysers, AskListener listener) {
    this.analysers = analysers;
    this.listener = listener;
  }

  /** From any thread. */
  void hear(Analysis analysis) {
    coming.add(analysis);
  }

  /** Tells what comes before the answer; whether that came in time. */
  boolean untilAnswered(CompletableFuture<?> answer, Duration patience) {
    answer.whenComplete((got, failure) -> coming.add(answer));
    long until = System.nanoTime() + patience.toNanos();
    Object next;
    do {
      next = next(until);
    } while (next != null && next != answer);
    return next != null;
  }

  /** Tells the answer, and what analysers say after it. */
  void answered(Asked asked) {
    listener.answered(asked);
    long until = System.nanoTime() + FOR_ANALYSERS.toNanos();
    while (!haveAllSpoken(asked.verdict().faces()) && next(until) != null) {
      // Told as it was taken.
    }
  }

  /** Null when nothing comes in time. */
  private Object next(long until) {
    Object next;
    try {
      next = coming.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AskException(Reason.NO_ANSWER, "The console is about to end", e);
    }
    // After a failure of the job some come twice.
    if (next instanceof Analysis analysis && said.add(key(analysis.analyser(), analysis.face()))) {
      listener.analysed(analysis);
    }
    return next;
  }

  private boolean haveAllSpoken(List<Face> faces) {
    for (String analyser : analysers) {
      boolean ofFrame = said.contains(key(analyser, null));
      for (int face = 0; face < faces.size(); face++) {
        boolean usable = faces.get(face).outcome() != FaceOutcome.REJECTED;
        if (usable && !ofFrame && !said.contains(key(analyser, face))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String key(String analyser, Integer face) {
    return analyser + "/" + face;
  }
}

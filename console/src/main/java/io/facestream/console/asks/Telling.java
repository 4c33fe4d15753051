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
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Tells what comes of one picture, until all that was asked has come or is late. */
final class Telling {
  /** Behind the verdict. */
  private static final Duration FOR_ANALYSERS = Duration.ofSeconds(3);

  private final BlockingQueue<Object> coming;
  private final List<String> analysers;
  private final AskListener listener;
  private final Set<String> said = new HashSet<>();

  /**
   * @param coming analyses, and the answer once it is complete
   */
  Telling(BlockingQueue<Object> coming, List<String> analysers, AskListener listener) {
    this.coming = coming;
    this.analysers = analysers;
    this.listener = listener;
  }

  Asked untilAllIsTold(CompletableFuture<Asked> answer) {
    Asked asked = null;
    long until = Long.MAX_VALUE;
    while (asked == null || !hasAll(asked) && System.nanoTime() < until) {
      Object next = next(asked == null ? Long.MAX_VALUE : until - System.nanoTime());
      if (next instanceof Analysis analysis) {
        // After a failure of the job some come twice.
        if (said.add(key(analysis.analyser(), analysis.face()))) {
          listener.analysed(analysis);
        }
      } else if (next == answer) {
        asked = joined(answer);
        until = System.nanoTime() + FOR_ANALYSERS.toNanos();
        listener.answered(asked);
      }
    }
    return asked;
  }

  private Object next(long nanos) {
    try {
      return coming.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AskException(Reason.NO_ANSWER, "The console is about to end", e);
    }
  }

  private static Asked joined(CompletableFuture<Asked> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private boolean hasAll(Asked asked) {
    List<Face> faces = asked.verdict().faces();
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

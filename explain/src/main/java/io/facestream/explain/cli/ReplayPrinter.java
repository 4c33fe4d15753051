package io.facestream.explain.cli;

import io.facestream.explain.replay.Difference;
import io.facestream.explain.replay.Replay;
import io.facestream.wire.Printable;
import java.io.PrintWriter;

/** Prints a replay for people. */
final class ReplayPrinter {
  private static final int VALUE_CHARS = 400;

  private final PrintWriter out;

  ReplayPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Replay replay) {
    replay.notes().forEach(note -> out.println(Printable.of(note)));
    replay.notHeld().forEach(line -> out.println(Printable.of(line)));
    String id = Printable.of(replay.verdictId());
    if (replay.same()) {
      out.println(
          id
              + (replay.notHeld().isEmpty()
                  ? ": the same verdict, byte for byte but for timings"
                  : ": the same verdict all the same, byte for byte but for timings"));
    } else {
      differing(id, replay);
    }
    out.flush();
  }

  private void differing(String id, Replay replay) {
    out.println(id + ": another verdict");
    Difference first = replay.firstDifference();
    if (first != null) {
      out.println("First difference: " + Printable.of(first.path()));
      out.println("  then " + Printable.of(first.then(), VALUE_CHARS));
      out.println("  now  " + Printable.of(first.now(), VALUE_CHARS));
    }
    out.println("then " + Printable.of(replay.then()));
    out.println("now  " + Printable.of(replay.now()));
  }
}

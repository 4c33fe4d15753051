package io.facestream.bench.pipeline;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs one side for a round and takes its time, by the wall and by the processor. */
final class Contest {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Round> rounds = new ArrayList<>();
  private final Side side;

  /** One of the two sides. */
  @FunctionalInterface
  interface Side {
    /** Takes so many pictures from the first to the last. */
    void run(int count) throws Exception;
  }

  /**
   * One round.
   *
   * @param fps frames per second by the wall
   * @param cpuMillis processor time of the whole process, milliseconds a frame
   */
  record Round(double fps, double cpuMillis) {}

  Contest(Side side) {
    this.side = side;
  }

  /** Runs without taking time. */
  void warmUp(int count) throws Exception {
    side.run(count);
  }

  /** Runs and takes the time. */
  void run(int count) throws Exception {
    long cpu = cpuNanos();
    long wall = System.nanoTime();
    side.run(count);
    double seconds = (System.nanoTime() - wall) / NANOS_PER_SECOND;
    rounds.add(new Round(count / seconds, (cpuNanos() - cpu) / NANOS_PER_MILLI / count));
  }

  List<Round> rounds() {
    return List.copyOf(rounds);
  }

  /** The round of median speed; of an even number, the slower one in the middle. */
  Round median() {
    List<Round> sorted = rounds.stream().sorted(Comparator.comparingDouble(Round::fps)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** Processor time, milliseconds a frame, mean of the rounds; 0 before the first. */
  double meanCpuMillis() {
    return rounds.stream().mapToDouble(Round::cpuMillis).average().orElse(0);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

package io.facestream.bench.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What this process takes, in bytes.
 *
 * @param heap objects left after a collection
 * @param direct memory outside the heap that the JVM counts
 * @param resident the kernel's RssAnon: memory that no file backs; 0 where there is no /proc
 */
record Footprint(long heap, long direct, long resident) {
  private static final Path STATUS = Path.of("/proc/self/status");

  static Footprint now() throws IOException {
    System.gc();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Footprint(heap, direct, residentBytes());
  }

  Footprint since(Footprint before) {
    return new Footprint(heap - before.heap, direct - before.direct, resident - before.resident);
  }

  /**
   * Prints what some templates took.
   *
   * @return megabytes in heap and direct memory
   */
  double print(PrintWriter out, int templates, double seconds) {
    double megabytes = (heap + direct) / 1e6;
    out.printf(
        Locale.ROOT,
        "%d templates in %.1f s: %.0f MB (%.0f outside the heap, %.0f on it, ids included),"
            + " %.0f bytes each; resident memory grew by %.0f MB%n",
        templates,
        seconds,
        megabytes,
        direct / 1e6,
        heap / 1e6,
        megabytes * 1e6 / templates,
        resident / 1e6);
    out.flush();
    return megabytes;
  }

  private static long residentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("RssAnon:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}

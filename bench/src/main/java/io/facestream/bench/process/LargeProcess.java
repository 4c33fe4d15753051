package io.facestream.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a benchmark in a JVM that may take the memory it needs. The {@code facestream} command's own
 * limits are those of the demo, 4 GB in all.
 */
public final class LargeProcess {
  private static final String MARK = "facestream.bench.large";
  private static final String DIRECT_LIMIT = "-XX:MaxDirectMemorySize=";
  private static final String HEAP_LIMIT = "-Xmx";

  /** Norms, scales and ids lie on the heap, and a table that grows is there twice for a moment. */
  private static final long HEAP_PER_ROW = 120;

  private static final long HEAP_BESIDES = 1L << 30;

  private LargeProcess() {}

  /** Direct memory for so many templates: int8, fp32 unless they lie in a file, and some more. */
  public static long bytesFor(int n, int dim, boolean exactInMemory) {
    long perRow = (dim + 64L) * (exactInMemory ? 1 + Float.BYTES : 1);
    return (256L << 20) + n * perRow;
  }

  public static boolean isNeeded(long bytes) {
    return System.getProperty(MARK) == null && bytes > (400L << 20);
  }

  /** The same command again, in its own JVM; its exit code. */
  public static int run(List<String> arguments, long bytes)
      throws IOException, InterruptedException {
    return run(arguments, bytes, 0);
  }

  /** The same with a heap for slices of so many rows. */
  public static int run(List<String> arguments, long bytes, int rows)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith(DIRECT_LIMIT))
        .forEach(command::add);
    command.add(DIRECT_LIMIT + bytes);
    long heap = HEAP_BESIDES + rows * HEAP_PER_ROW;
    if (heap > Runtime.getRuntime().maxMemory()) {
      // The last of two counts.
      command.add(HEAP_LIMIT + heap);
    }
    command.add("-D" + MARK + "=true");
    // Templates lie outside the heap; JavaCPP would take that for a leak.
    command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(mainClass());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }

  private static String mainClass() {
    return System.getProperty("sun.java.command").split(" ")[0];
  }
}

package io.facestream.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code facestream bench jmh}: JMH's own command line over the benchmarks of this module. */
@Command(
    name = "jmh",
    description = {
      "Runs the JMH benchmarks of the scan and of JPEG frames; everything after it goes to JMH.",
      "For example: facestream bench jmh SliceBenchmark -p n=100000 -p probes=1,64 -rf json -rff scan.json"
    })
public final class JmhCommand implements Callable<Integer> {
  @Unmatched private final List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Main.main(arguments.toArray(String[]::new));
    return 0;
  }
}

package io.facestream.job.cli;

import io.facestream.job.FacestreamJob;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code facestream job}: the job on a broker of one's own, with Flink in this process. Options are
 * those of {@link io.facestream.job.options.JobOptions}, which also answers {@code --help}.
 */
@Command(
    name = "job",
    description =
        "Runs the job against a Kafka broker, with Flink in this process, until it is stopped.")
public final class JobCommand implements Callable<Integer> {
  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    FacestreamJob.main(options.toArray(String[]::new));
    return 0;
  }
}

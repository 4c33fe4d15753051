package io.facestream.job.cli;

import io.facestream.job.FacestreamJob;
import io.facestream.job.options.JobOptions;
import io.facestream.options.BadOptionsException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code facestream job}: the job on a broker of one's own, with Flink in this process. Options are
 * those of {@link JobOptions}, which also answers {@code --help}.
 */
@Command(
    name = "job",
    description =
        "Runs the job against a Kafka broker, with Flink in this process, until it is stopped.")
public final class JobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    JobOptions options = options();
    Optional<String> help = options.help(spec.qualifiedName(), spec.options());
    if (help.isPresent()) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(help.get());
      out.flush();
    } else {
      FacestreamJob.run(options);
    }
    return 0;
  }

  private JobOptions options() {
    try {
      return JobOptions.parse(arguments.toArray(String[]::new));
    } catch (BadOptionsException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}

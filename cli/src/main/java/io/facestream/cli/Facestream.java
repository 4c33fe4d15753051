package io.facestream.cli;

import io.facestream.cli.topics.TopicsCommand;
import io.facestream.cluster.cli.ClusterCommand;
import io.facestream.console.cli.AuditCommand;
import io.facestream.console.cli.ConsoleCommand;
import io.facestream.evaluate.cli.EvaluateCommand;
import io.facestream.explain.cli.ExplainCommand;
import io.facestream.explain.cli.NotThisPersonCommand;
import io.facestream.explain.cli.ReplayCommand;
import io.facestream.gallery.cli.GalleryCommand;
import io.facestream.ingest.cli.IngestCommand;
import io.facestream.job.cli.JobCommand;
import io.facestream.models.ModelsCommand;
import io.facestream.options.OutputOptions;
import io.facestream.policies.cli.PolicyCommand;
import io.facestream.policies.cli.ReviewCommand;
import io.facestream.policies.cli.ReviewsCommand;
import io.facestream.policies.cli.WrongCommand;
import io.facestream.quickstart.demo.DemoCommand;
import io.facestream.wire.FileNames;
import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/**
 * The {@code facestream} command; each subcommand belongs to the module that does the work. Those
 * of modules that are not always installed come by {@link ProvidedCommands}.
 */
@Command(
    name = "facestream",
    description = "Recognises enrolled faces in live camera streams.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      GalleryCommand.class,
      PolicyCommand.class,
      ReviewCommand.class,
      WrongCommand.class,
      NotThisPersonCommand.class,
      ReviewsCommand.class,
      ConsoleCommand.class,
      AuditCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      ReplayCommand.class,
      JobCommand.class,
      TopicsCommand.class,
      ClusterCommand.class,
      ModelsCommand.class,
      CompletionCommand.class
    })
public final class Facestream implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private OutputOptions output;

  /** Runs a command and ends the process with its exit code: 0 when all went well. */
  public static void main(String... arguments) {
    TerminalWriter err = TerminalWriter.to(System.err);
    LogFile.ensureWritable(err, Stream.of(arguments).anyMatch(Set.of("-q", "--quiet")::contains));
    try {
      System.exit(
          Stream.of(arguments).anyMatch(FileNames::isDamaged)
              ? refuseDamaged(err)
              : commandLine().setOut(TerminalWriter.to(System.out)).setErr(err).execute(arguments));
    } catch (Error e) {
      // Such as too little memory; threads that still run must not keep the process.
      err.println("facestream: " + e);
      System.exit(1);
    }
  }

  private static int refuseDamaged(PrintWriter err) {
    err.println(
        "facestream: some letters of the arguments were lost, since Java was started in a locale"
            + " that is not UTF-8; start it by bin/facestream, or set LC_ALL=C.UTF-8");
    return ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }

  /** The command with all subcommands, for those who parse without running. */
  public static CommandLine commandLine() {
    Facestream facestream = new Facestream();
    return ProvidedCommands.addTo(new CommandLine(facestream))
        .setExecutionStrategy(facestream::execute)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new OneLineUsageErrors())
        .setExecutionExceptionHandler(new OneLineErrors());
  }

  private int execute(ParseResult parsed) {
    output.validate(spec);
    LogLevels.set(output);
    // Not the arguments: there are passwords in addresses. And no logger before LogFile has looked.
    LoggerFactory.getLogger(Facestream.class)
        .debug(
            "{} on Java {}, {} processors, up to {} MB of heap",
            spec.version()[0],
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20);
    return new RunLast().execute(parsed);
  }
}

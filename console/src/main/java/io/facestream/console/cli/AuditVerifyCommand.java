package io.facestream.console.cli;

import io.facestream.console.audit.AuditLog;
import io.facestream.console.audit.ChainReport;
import io.facestream.console.store.Database;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream audit verify}. */
@Command(
    name = "verify",
    description = {
      "Goes over the whole log and names the first entry that was changed, removed, inserted or"
          + " moved.",
      "It prints the last entry with its hash: noted elsewhere, and given as --noted later, it also"
          + " shows whether somebody computed the whole log anew."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:the log was tampered with, or the database cannot be had",
      "2:wrong arguments"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final String NOTED = "[1-9][0-9]{0,17}:[0-9a-f]{64}";

  @Spec private CommandSpec spec;

  @Option(
      names = "--noted",
      paramLabel = "ENTRY:HASH",
      description = "What this command printed before; the entry must still have that hash.")
  private String noted;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    if (noted != null && !noted.matches(NOTED)) {
      throw new ParameterException(
          spec.commandLine(), "--noted is a number, a colon and 64 hexadecimal digits");
    }
    try (Database open = Database.openExisting(database.address())) {
      AuditLog audit = new AuditLog(open.jdbi(), Clock.systemUTC());
      return told(noted == null ? audit.verify() : verifyNoted(audit));
    }
  }

  private ChainReport verifyNoted(AuditLog audit) {
    String[] parts = noted.split(":");
    return audit.verify(Long.parseLong(parts[0]), parts[1]);
  }

  private int told(ChainReport report) {
    if (report.broken().isPresent()) {
      spec.commandLine().getErr().println("The audit log is broken: " + report.broken().get());
      return 1;
    }
    spec.commandLine()
        .getOut()
        .println(
            report.entries()
                + (report.entries() == 1 ? " entry is" : " entries are")
                + " whole; the last is "
                + report.headSeq()
                + ":"
                + report.headHash());
    return 0;
  }
}

package io.facestream.console.cli;

import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.store.Database;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream console key revoke}. */
@Command(
    name = "revoke",
    description = "Ends a key for good, from its next request on.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class KeyRevokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "Its id, as 'list' shows it; not its secret.")
  private String id;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    try (Database open = Database.openExisting(database.address())) {
      AuditLog audit = new AuditLog(open.jdbi(), clock);
      new ApiKeys(open.jdbi(), clock).revoke(Caller.COMMAND, id, audit::add);
      spec.commandLine().getOut().println("Key " + id + " is revoked");
    }
    return 0;
  }
}

package io.facestream.console.cli;

import io.facestream.console.access.ApiKey;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.store.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream console key list}. */
@Command(
    name = "list",
    description = "Lists the keys, newest first, without their secrets.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class KeyListCommand implements Callable<Integer> {
  private static final String LINE = "%-12s  %-8s  %-27s  %-20s  %-20s  %-16s  %s%n";

  @Spec private CommandSpec spec;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    try (Database open = Database.openExisting(database.address())) {
      List<ApiKey> keys = new ApiKeys(open.jdbi(), clock).list(Caller.COMMAND);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(Locale.ROOT, LINE, "KEY", "STATE", "RIGHTS", "EXPIRES", "USED", "SCOPE", "NAME");
      keys.forEach(key -> print(out, key, clock.instant()));
      out.flush();
    }
    return 0;
  }

  private static void print(PrintWriter out, ApiKey key, Instant now) {
    String state = key.revoked() != null ? "revoked" : key.isValid(now) ? "valid" : "expired";
    out.printf(
        Locale.ROOT,
        LINE,
        key.id(),
        state,
        Right.texts(key.grant().rights()),
        key.grant().expires() == null ? "never" : seconds(key.grant().expires()),
        key.used() == null ? "never" : seconds(key.used()),
        key.grant().scope(),
        key.grant().name());
  }

  private static String seconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }
}

package io.facestream.console.cli;

import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.access.KeyGrant;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.store.Database;
import io.facestream.options.Ago;
import io.facestream.options.OutputOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream console key create}. */
@Command(
    name = "create",
    description =
        "Makes a key and prints its secret, which is stored nowhere and never shown again.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer =
        "  facestream console key create --name shop --rights recognise,enrol --scope shop"
            + " --expires 30d")
final class KeyCreateCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Option(
      names = "--rights",
      required = true,
      split = ",",
      paramLabel = "RIGHT",
      description = "What it may do: recognise, enrol, read, admin. Several with commas between.")
  private List<String> rights;

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      paramLabel = "WATCHLIST",
      description = "Watchlists that it may search and see, with commas between; or 'all'.")
  private List<String> scope;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      defaultValue = "key",
      description = "What it is for, to know it by. Default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      converter = Ago.class,
      description = "When it ends, from now: 24h, 30d. Default: never.")
  private Duration expires;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "Web page that may use it in a browser: https://shop.example. Repeatable.")
  private List<String> origins = List.of();

  @Option(
      names = "--per-minute",
      paramLabel = "N",
      defaultValue = "" + KeyGrant.USUAL_PER_MINUTE,
      description = "Requests a minute. Default: ${DEFAULT-VALUE}.")
  private int perMinute;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    KeyGrant grant = grant(clock.instant());
    try (Database open = Database.open(database.address())) {
      AuditLog audit = new AuditLog(open.jdbi(), clock);
      ApiKeys.Created created =
          new ApiKeys(open.jdbi(), clock).create(Caller.COMMAND, grant, audit::add);
      spec.commandLine().getOut().println(created.secret());
      OutputOptions.notes(spec, spec.commandLine().getErr())
          .println(
              "Key " + created.key().id() + "; the line above is its secret, shown only this once");
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    return 0;
  }

  private KeyGrant grant(Instant now) {
    if (scope.contains(ALL) && scope.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--scope is 'all' or the names of watchlists, not both");
    }
    try {
      Set<Right> all = EnumSet.noneOf(Right.class);
      rights.stream().map(Right::of).forEach(all::add);
      return new KeyGrant(
          name,
          all,
          scope.equals(List.of(ALL)) ? Scope.ALL : Scope.of(scope),
          origins,
          perMinute,
          expires == null ? null : now.plus(expires));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}

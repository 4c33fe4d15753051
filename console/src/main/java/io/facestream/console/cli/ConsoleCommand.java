package io.facestream.console.cli;

import io.facestream.console.Console;
import io.facestream.console.http.ServerOptions;
import io.facestream.console.webhooks.Reach;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream console}: serves until it is ended. */
@Command(
    name = "console",
    description = {
      "Serves the front desk: an API and a page for pictures, people, sightings and alerts, with"
          + " users, keys and an audit log. Ends with Ctrl-C.",
      "It starts without a broker, says so in /health, and finds it by itself when it is there.",
      "While the administrator has no password, it prints a link to set it with, once."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    synopsisSubcommandLabel = "[COMMAND]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ended by whoever started it",
      "1:the database or the port cannot be had",
      "2:wrong arguments"
    },
    subcommands = KeyCommand.class)
public final class ConsoleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:FACESTREAM_CONSOLE_HOST:-" + ServerOptions.LOOPBACK + "}",
      description =
          "Address to listen on; 0.0.0.0 for all, behind something that speaks TLS. Default:"
              + " ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:FACESTREAM_CONSOLE_PORT:-8088}",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:FACESTREAM_CONSOLE_URL}",
      description =
          "How people reach it, where something stands in front: https://desk.example. With https"
              + " cookies travel over TLS only.")
  private String publicUrl;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      defaultValue = "${env:FACESTREAM_CONSOLE_TRUSTED_PROXY}",
      description =
          "Address or network of what stands in front (10.0.0.0/8), whose X-Forwarded-For says who"
              + " asks. Without it failed logins are counted for all behind it together. Repeatable.")
  private List<String> trustedProxies = List.of();

  @Option(
      names = "--private-webhooks",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      defaultValue = "${env:FACESTREAM_CONSOLE_PRIVATE_WEBHOOKS:-false}",
      description =
          "Let webhooks be sent to this machine and to private networks too. Without it whoever may"
              + " make one cannot reach by it what a firewall keeps from him.")
  private boolean privateWebhooks;

  @Mixin private DatabaseOptions database;
  @Mixin private DeskOptions desk;

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options = serverOptions();
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Console console =
        Console.start(
            database.address(),
            options,
            desk.topics(),
            privateWebhooks ? Reach.PRIVATE_TOO : Reach.PUBLIC,
            Clock.systemUTC())) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> endAndWait(end, closed), "console-end"));
      tell(console);
      end.await();
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /** The JVM ends with its hooks: this one gives the console the time to close. */
  private static void endAndWait(CountDownLatch end, CountDownLatch closed) {
    end.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Console console) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The console serves at " + console.address());
    console
        .setupLink()
        .ifPresent(
            link -> out.println("Set the administrator's password, within a day, at " + link));
    out.flush();
  }

  private ServerOptions serverOptions() {
    try {
      return new ServerOptions(host, checkedPort(), publicAddress(), trustedProxies);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--trusted-proxy: " + e.getMessage());
    }
  }

  private int checkedPort() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to 65535, not " + port);
    }
    return port;
  }

  private URI publicAddress() {
    if (publicUrl == null || publicUrl.isBlank()) {
      return null;
    }
    try {
      URI uri = URI.create(publicUrl);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && bare && uri.getHost() != null && uri.getUserInfo() == null) {
        return asBrowsersSend(uri);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new ParameterException(
        spec.commandLine(), "--public-url has scheme, host and port only: https://desk.example");
  }

  /** Host in lower case, and no port where it is the usual one: what pages say they come from. */
  private static URI asBrowsersSend(URI uri) {
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return URI.create(uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
  }
}

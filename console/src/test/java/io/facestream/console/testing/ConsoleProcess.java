package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.DeskTopics;
import io.facestream.console.cli.ConsoleCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The console as a process of its own, which can be killed. */
public final class ConsoleProcess implements AutoCloseable {
  private final Process process;
  private final URI address;

  private ConsoleProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** What the process runs, and nothing else. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new ConsoleCommand()).execute(arguments));
  }

  /**
   * Starts it; returns when it serves.
   *
   * @param database options that name it
   */
  public static ConsoleProcess start(DeskTopics desk, String... database) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ConsoleProcess.class.getName(),
                "--port=0",
                "--pack=" + desk.pack(),
                "--bootstrap-servers=" + desk.connection().bootstrapServers()));
    command.addAll(List.of(database));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader said = process.inputReader(UTF_8);
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("The console serves at ")) {
          return new ConsoleProcess(process, URI.create(line.replaceFirst(".* ", "")));
        }
      }
      throw new IllegalStateException("It ended with " + process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret of a new key that may do everything but administer; needs no console. */
  public static String key(String... database) {
    StringWriter said = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("key", "create", "--rights=recognise,enrol,read", "--scope=all"));
    arguments.addAll(List.of(database));
    new CommandLine(new ConsoleCommand())
        .setOut(new PrintWriter(said, true))
        .execute(arguments.toArray(String[]::new));
    return said.toString().strip();
  }

  public Browser stranger() {
    return new Browser(address);
  }

  /** By SIGKILL: nothing of it runs any more. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}

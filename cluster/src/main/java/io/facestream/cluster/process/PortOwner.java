package io.facestream.cluster.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who listens on a TCP port, where the system tells: on Linux, of one's own processes.
 */
public final class PortOwner {
  private static final List<Path> SOCKETS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** Program and pid, such as {@code java (pid 4711)}. */
  public static Optional<String> of(int port) {
    List<String> sockets = socketsListeningOn(port);
    return ProcessHandle.allProcesses()
        .filter(process -> !sockets.isEmpty() && hasOneOf(sockets, process.pid()))
        .findFirst()
        .map(process -> String.format(Locale.ROOT, "%s (pid %d)", program(process), process.pid()));
  }

  /** In the lines of /proc/net/tcp: number, local address, remote, state, …, inode at place 9. */
  private static List<String> socketsListeningOn(int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    List<String> sockets = new ArrayList<>();
    for (Path file : SOCKETS) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] words = line.strip().split("\\s+");
          if (words.length > 9 && words[1].endsWith(suffix) && words[3].equals(LISTENING)) {
            sockets.add("socket:[" + words[9] + "]");
          }
        }
      } catch (IOException e) {
        // Another system, or no IPv6.
      }
    }
    return sockets;
  }

  private static boolean hasOneOf(List<String> sockets, long pid) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // Somebody else's process, or one that has just ended.
    }
    return false;
  }

  private static String program(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .orElse("a process");
  }
}

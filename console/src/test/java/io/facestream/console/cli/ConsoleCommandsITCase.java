package io.facestream.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.Browser;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConsoleCommandsITCase {
  @TempDir private Path folder;

  private String out;
  private String err;

  @Test
  void shouldMakeListAndRevokeKeys() {
    int code = run("key", "create", "--rights", "read,enrol", "--scope", "shop", "--expires", "1d");
    assertThat(code).as(err).isZero();
    assertThat(out.strip()).matches("fs_[A-Za-z0-9_-]{43}");
    String secret = out.strip();
    String id = err.replaceFirst("(?s)Key (\\w+);.*", "$1");

    assertThat(run("key", "list")).isZero();
    assertThat(out).contains(id + "  valid ").contains("enrol,read").doesNotContain(secret);

    assertThat(run("key", "revoke", id)).isZero();
    assertThat(run("key", "list")).isZero();
    assertThat(out).contains(id + "  revoked");
    assertThat(run("key", "revoke", "made-up")).isEqualTo(1);
    assertThat(err).contains("There is no key 'made-up'");
  }

  @Test
  void shouldVerifyTheLogAndNameWhatIsBroken() throws Exception {
    for (int i = 0; i < 3; i++) {
      run("key", "create", "--rights", "read", "--scope", "all");
    }
    assertThat(audit("verify")).isZero();
    assertThat(out).startsWith("3 entries are whole; the last is 3:");
    String noted = out.replaceFirst("(?s).*the last is (\\S+).*", "$1");
    assertThat(audit("verify", "--noted", noted)).isZero();
    assertThat(audit("verify", "--noted", "2:" + noted.substring(2))).isEqualTo(1);
    assertThat(err).contains("entry 2 has not the hash that was noted");

    String url = "jdbc:h2:file:" + folder.resolve("console") + ";DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "facestream", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM audit WHERE seq = 2");
    }
    assertThat(audit("verify")).isEqualTo(1);
    assertThat(err).contains("The audit log is broken: entry 2 is missing");
  }

  /** Keys are made while it serves; a second start gives a new link and ends the old one. */
  @Test
  void shouldServeUntilItIsEnded() throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int start = 0; start < 2; start++) {
      PipedReader reader = new PipedReader();
      PrintWriter output = new PrintWriter(new PipedWriter(reader), true);
      CommandLine command = new CommandLine(new ConsoleCommand()).setOut(output);
      Thread serving =
          new Thread(() -> command.execute("--data", folder.toString(), "--port", "0"));
      serving.start();
      try {
        BufferedReader lines = new BufferedReader(reader);
        URI address = URI.create(lines.readLine().replaceFirst(".* ", ""));
        tokens.add(lines.readLine().replaceFirst(".*/setup#", ""));

        assertThat(run("key", "create", "--rights", "admin", "--scope", "all")).as(err).isZero();
        Browser program = new Browser(address).withKey(out.strip());
        assertThat(program.get("/api/v1/keys").status()).isEqualTo(200);
        if (start == 1) {
          assertThat(setUp(address, tokens.get(0))).isEqualTo(410);
          assertThat(setUp(address, tokens.get(1))).isEqualTo(200);
          assertThat(setUp(address, tokens.get(1))).isEqualTo(410);
        }
      } finally {
        serving.interrupt();
        serving.join();
      }
    }
  }

  private static int setUp(URI address, String token) {
    String body = "{\"token\":\"" + token + "\",\"password\":\"a long enough password\"}";
    return new Browser(address).post("/api/v1/setup", body).status();
  }

  private int run(String... arguments) {
    return execute(new CommandLine(new ConsoleCommand()), arguments);
  }

  private int audit(String... arguments) {
    return execute(new CommandLine(new AuditCommand()), arguments);
  }

  private int execute(CommandLine command, String... arguments) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    int code =
        command
            .setOut(new PrintWriter(outText, true))
            .setErr(new PrintWriter(errText, true))
            .execute(all.toArray(String[]::new));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}

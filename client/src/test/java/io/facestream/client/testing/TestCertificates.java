package io.facestream.client.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates that sign themselves, made by the JDK's keytool.
 *
 * @param brokerKeys who the broker is, for 127.0.0.1 and localhost
 * @param clientKeys who the user {@code CN=facestream} is
 * @param trusted both
 * @param strangers neither
 */
record TestCertificates(Path brokerKeys, Path clientKeys, Path trusted, Path strangers) {
  /** Of all stores and keys. */
  static final String PASSWORD = "s3cret-of-stores-41d8";

  static TestCertificates make(Path folder) throws IOException {
    Path brokerKeys = keys(folder, "broker", "CN=localhost");
    Path clientKeys = keys(folder, "client", "CN=facestream");
    Path strangerKeys = keys(folder, "stranger", "CN=localhost");
    Path trusted = folder.resolve("trusted.p12");
    trust(folder, trusted, "broker", brokerKeys);
    trust(folder, trusted, "client", clientKeys);
    Path strangers = folder.resolve("strangers.p12");
    trust(folder, strangers, "stranger", strangerKeys);
    return new TestCertificates(brokerKeys, clientKeys, trusted, strangers);
  }

  private static Path keys(Path folder, String alias, String name) throws IOException {
    Path store = folder.resolve(alias + ".p12");
    keytool(
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        name,
        "-ext",
        "SAN=IP:127.0.0.1,DNS:localhost",
        "-validity",
        "2",
        "-keystore",
        store.toString());
    return store;
  }

  private static void trust(Path folder, Path store, String alias, Path keys) throws IOException {
    Path certificate = folder.resolve(alias + ".pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        alias,
        "-keystore",
        keys.toString(),
        "-file",
        certificate.toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        alias,
        "-keystore",
        store.toString(),
        "-file",
        certificate.toString());
  }

  private static void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    // Its dates are read by nobody, but some locales have digits that it cannot read itself.
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-J-Duser.language=en"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

package io.facestream.client.testing;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.kafka.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that speaks TLS only, asks for a password (PLAIN, SCRAM-SHA-256) or, at a second
 * listener, for a certificate, and allows nobody but its administrator anything that an ACL does
 * not. Its certificates are made anew at each start.
 */
public final class SecuredBroker implements AutoCloseable {
  /** Nobody types these, so that a search of all that was logged finds them. */
  public static final String PASSWORD = "s3cret-of-facestream-7f1a";

  private static final String ADMIN_PASSWORD = "s3cret-of-admin-9c2e";
  private static final String USER = "facestream";
  private static final String TOKENS =
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";

  private final TempFolder folder;
  private final TestCertificates certificates;
  private final EmbeddedKafka broker;

  /** Of the administrator, opened once: getting in takes both sides a while. */
  private final Admin admin;

  private SecuredBroker(TempFolder folder, TestCertificates certificates, EmbeddedKafka broker) {
    this.folder = folder;
    this.certificates = certificates;
    this.broker = broker;
    this.admin = TopicAdmin.open(admin());
  }

  /** Starts one; returns when it answers. */
  public static SecuredBroker start() {
    try {
      TempFolder folder = TempFolder.create("facestream-secured-");
      TestCertificates certificates = TestCertificates.make(folder.path());
      EmbeddedKafka broker =
          EmbeddedKafka.start(List.of("CLIENT", "CERTIFIED"), settings(certificates));
      return new SecuredBroker(folder, certificates, broker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(TestCertificates certificates) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "listener.security.protocol.map", "CLIENT:SASL_SSL,CERTIFIED:SSL,CONTROLLER:PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,OAUTHBEARER");
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put(
        "listener.name.client.plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
            + " password=\""
            + ADMIN_PASSWORD
            + "\" user_admin=\""
            + ADMIN_PASSWORD
            + "\" user_"
            + USER
            + "=\""
            + PASSWORD
            + "\";");
    settings.put(
        "listener.name.client.scram-sha-256.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    // Tokens without a signature, which Kafka takes as long as it is given no server to ask.
    settings.put("listener.name.client.oauthbearer.sasl.jaas.config", TOKENS + " required;");
    settings.put("listener.name.certified.ssl.client.auth", "required");
    settings.put("ssl.keystore.location", certificates.brokerKeys().toString());
    settings.put("ssl.keystore.password", TestCertificates.PASSWORD);
    settings.put("ssl.key.password", TestCertificates.PASSWORD);
    settings.put("ssl.truststore.location", certificates.trusted().toString());
    settings.put("ssl.truststore.password", TestCertificates.PASSWORD);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    // The controller's listener on loopback knows nobody's name.
    settings.put("super.users", "User:admin;User:ANONYMOUS");
    return settings;
  }

  /** {@code host:port} of the listener that asks for a password. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** {@code host:port} of the listener that asks for a certificate. */
  public String certifiedBootstrapServers() {
    return broker.bootstrapServers("CERTIFIED");
  }

  /** The settings of the user {@code facestream}, by password. */
  public Path plain(String password) {
    List<String> lines = new ArrayList<>(tls(certificates.trusted()));
    lines.addAll(
        sasl("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule", USER, password));
    return write("plain", lines);
  }

  /** The same by SCRAM; the broker learns of the password now. */
  public Path scram(String password) throws Exception {
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), password)))
        .all()
        .get();
    List<String> lines = new ArrayList<>(tls(certificates.trusted()));
    lines.addAll(
        sasl(
            "SCRAM-SHA-256",
            "org.apache.kafka.common.security.scram.ScramLoginModule",
            USER,
            password));
    return write("scram", lines);
  }

  /** The same by a token. */
  public Path token() {
    List<String> lines = new ArrayList<>(tls(certificates.trusted()));
    lines.add("sasl.mechanism=OAUTHBEARER");
    lines.add(
        "sasl.jaas.config=" + TOKENS + " required unsecuredLoginStringClaim_sub=\"" + USER + "\";");
    return write("token", lines);
  }

  /** The settings of one who trusts another authority than the broker's. */
  public Path distrusting() {
    List<String> lines = new ArrayList<>(tls(certificates.strangers()));
    lines.addAll(
        sasl("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule", USER, PASSWORD));
    return write("distrusting", lines);
  }

  /** The settings of one who shows a certificate; its user is {@code CN=facestream}. */
  public Path certified() {
    List<String> lines = new ArrayList<>(tls(certificates.trusted()));
    lines.set(0, "security.protocol=SSL");
    lines.add("ssl.keystore.location=" + certificates.clientKeys());
    lines.add("ssl.keystore.password=" + TestCertificates.PASSWORD);
    lines.add("ssl.key.password=" + TestCertificates.PASSWORD);
    return write("certified", lines);
  }

  /** Settings as given. */
  public Path settings(String... lines) {
    return write("given", List.of(lines));
  }

  /** The administrator, who may do everything. */
  public KafkaConnection admin() {
    List<String> lines = new ArrayList<>(tls(certificates.trusted()));
    lines.addAll(
        sasl(
            "PLAIN",
            "org.apache.kafka.common.security.plain.PlainLoginModule",
            "admin",
            ADMIN_PASSWORD));
    return KafkaConnection.to(bootstrapServers(), write("admin", lines));
  }

  /** Allows the user something on a topic, a group, or all whose names begin so. */
  public void allow(ResourceType type, String prefix, AclOperation... operations) throws Exception {
    List<AclBinding> bindings = new ArrayList<>();
    for (AclOperation operation : operations) {
      for (String user : List.of(USER, "CN=" + USER)) {
        bindings.add(
            new AclBinding(
                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
      }
    }
    admin.createAcls(bindings).all().get();
  }

  @Override
  public void close() {
    try (folder;
        broker) {
      admin.close(Duration.ZERO);
    }
  }

  private static List<String> tls(Path trusted) {
    return List.of(
        "security.protocol=SASL_SSL",
        "ssl.truststore.location=" + trusted,
        "ssl.truststore.password=" + TestCertificates.PASSWORD);
  }

  private static List<String> sasl(String mechanism, String module, String user, String password) {
    return List.of(
        "sasl.mechanism=" + mechanism,
        "sasl.jaas.config="
            + module
            + " required username=\""
            + user
            + "\" password=\""
            + password
            + "\";");
  }

  private Path write(String name, List<String> lines) {
    try {
      Path file = Files.createTempFile(folder.path(), name + "-", ".properties");
      return Files.write(file, lines, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

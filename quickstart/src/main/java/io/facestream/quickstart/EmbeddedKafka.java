package io.facestream.quickstart;

import io.facestream.client.KafkaConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this JVM (KRaft, its own controller), reachable on loopback only.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
 *   TopicAdmin.createMissing(kafka.connection(), (short) 1, Topics.ALL);
 * }
 * }</pre>
 */
public final class EmbeddedKafka implements AutoCloseable {
  /** One for all, so that a kept folder is recognised; nothing else ever joins this cluster. */
  private static final Uuid CLUSTER_ID = new Uuid(0x6661636573747265L, 0x616d2d64656d6f21L);

  private static final int PORT_ATTEMPTS = 3;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final TempFolder ownFolder;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, TempFolder ownFolder) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.ownFolder = ownFolder;
  }

  /** Starts a broker on a free port that forgets everything when it is closed. */
  public static EmbeddedKafka start() {
    return start(0);
  }

  /**
   * Starts a broker that forgets everything when it is closed.
   *
   * @param port its port, or 0 for a free one
   * @throws QuickstartException when the port is taken
   */
  public static EmbeddedKafka start(int port) {
    TempFolder folder = TempFolder.create("facestream-kafka-");
    try {
      return start(port, folder.path(), folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Starts a broker that keeps its topics.
   *
   * @param port its port, or 0 for a free one
   * @param folder where its topics are kept, also from one start to the next
   * @throws QuickstartException when the port is taken or the folder is not a broker's
   */
  public static EmbeddedKafka start(int port, Path folder) {
    return start(port, folder, null);
  }

  private static EmbeddedKafka start(int port, Path folder, TempFolder ownFolder) {
    if (port != 0) {
      return startOn(port, folder, ownFolder);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(Ports.free(), folder, ownFolder);
      } catch (QuickstartException e) {
        // Somebody may have taken the port between our look and our bind.
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedKafka startOn(int clientPort, Path folder, TempFolder ownFolder) {
    if (Ports.isTaken(clientPort)) {
      throw taken(clientPort);
    }
    Map<String, String> settings =
        KafkaSettings.of(clientPort, Ports.free(), folder.resolve("topics"));
    format(folder, settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      // Another may have taken the port while this one was starting.
      throw Ports.isTaken(clientPort)
          ? taken(clientPort)
          : new QuickstartException("Kafka did not start: " + Causes.rootMessage(e), e);
    }
    return new EmbeddedKafka(server, "127.0.0.1:" + clientPort, ownFolder);
  }

  /** How clients get in. */
  public KafkaConnection connection() {
    return KafkaConnection.to(bootstrapServers);
  }

  /** What clients connect to, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Ends the broker and waits until it is gone; does nothing when it is. */
  @Override
  public void close() {
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      if (ownFolder != null) {
        ownFolder.close();
      }
    }
  }

  private static QuickstartException taken(int port) {
    return new QuickstartException(
        String.format(
            Locale.ROOT,
            "Port %d is taken, so Kafka cannot start on it; choose another with --kafka-port, or 0 for any free one",
            port));
  }

  private static void format(Path folder, Map<String, String> settings) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      Path file = writeProperties(Files.createDirectories(folder), settings);
      String[] arguments = {
        "format",
        "--ignore-formatted",
        "--cluster-id",
        CLUSTER_ID.toString(),
        "--config",
        file.toString()
      };
      int exit =
          StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
      if (exit != 0) {
        throw new QuickstartException(
            "Cannot prepare " + folder + " for Kafka: " + said.toString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new QuickstartException("Cannot write to Kafka's folder " + folder, e);
    }
  }

  private static Path writeProperties(Path folder, Map<String, String> settings)
      throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = folder.resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "Written anew at each start");
    }
    return file;
  }
}

package io.facestream.embedded.kafka;

import io.facestream.embedded.EmbeddedException;
import io.facestream.embedded.RootCause;
import io.facestream.embedded.TempFolder;
import io.facestream.ports.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this JVM (KRaft, its own controller), reachable on loopback only, that forgets
 * everything when it is closed. About four seconds the first time, less than one afterwards.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final String CLIENT = "CLIENT";
  private static final int PORT_ATTEMPTS = 3;

  private final TempFolder folder;
  private final Map<String, Integer> ports;
  private final Map<String, String> settings;
  private KafkaRaftServer server;

  private EmbeddedKafka(
      TempFolder folder, Map<String, Integer> ports, Map<String, String> settings) {
    this.folder = folder;
    this.ports = ports;
    this.settings = settings;
  }

  /** Starts a broker on a free port that lets everybody in; returns when it answers. */
  public static EmbeddedKafka start() {
    return start(List.of(CLIENT), Map.of());
  }

  /**
   * The same on a port of one's choice.
   *
   * @param port 1…65535, or 0 for a free one
   * @throws PortTakenException when somebody else listens there
   */
  public static EmbeddedKafka start(int port) {
    if (port == 0) {
      return start();
    }
    if (!Ports.isFree(port)) {
      throw new PortTakenException(port);
    }
    try {
      return startOn(Map.of(CLIENT, port), Map.of());
    } catch (EmbeddedException e) {
      // Another may have taken the port while this one was starting.
      throw Ports.isFree(port) ? e : new PortTakenException(port);
    }
  }

  /**
   * Starts a broker whose clients come in otherwise; returns when it answers.
   *
   * @param listeners names of the ways in, each of which gets a free port; the broker itself uses
   *     the first
   * @param settings the broker's, over those that it has by itself: what the listeners speak, whom
   *     they let in
   */
  public static EmbeddedKafka start(List<String> listeners, Map<String, String> settings) {
    for (int attempt = 1; ; attempt++) {
      Map<String, Integer> ports = new LinkedHashMap<>();
      listeners.forEach(listener -> ports.put(listener, Ports.free()));
      try {
        return startOn(ports, settings);
      } catch (EmbeddedException e) {
        // Somebody may have taken a port between our look and our bind.
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedKafka startOn(Map<String, Integer> ports, Map<String, String> more) {
    TempFolder folder = TempFolder.create("facestream-kafka-");
    Map<String, String> settings =
        KafkaSettings.of(ports, Ports.free(), folder.path().resolve("topics"));
    settings.putAll(more);
    EmbeddedKafka kafka = new EmbeddedKafka(folder, ports, settings);
    try {
      kafka.format();
      kafka.resume();
      return kafka;
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  /** What clients connect to, {@code host:port}; stays the same over {@link #restart()}. */
  public String bootstrapServers() {
    return bootstrapServers(ports.keySet().iterator().next());
  }

  /** The same of one listener. */
  public String bootstrapServers(String listener) {
    return KafkaSettings.HOST + ":" + ports.get(listener);
  }

  /** Stops answering, and keeps topics and records; does nothing when it has stopped. */
  public void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /**
   * Starts again after {@link #stop()}, at the same address with the same records.
   *
   * @throws EmbeddedException when it cannot
   */
  public void resume() {
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      starting.startup();
    } catch (RuntimeException e) {
      starting.shutdown();
      throw new EmbeddedException("Kafka did not start: " + RootCause.inOneLine(e), e);
    }
    server = starting;
  }

  /** {@link #stop()}, then {@link #resume()}. */
  public void restart() {
    stop();
    resume();
  }

  /** Ends the broker, waits until it is gone, and deletes its records. */
  @Override
  public void close() {
    try {
      stop();
    } finally {
      folder.close();
    }
  }

  private void format() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", settingsFile()};
    int exit = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new EmbeddedException(
          "Cannot prepare "
              + folder.path()
              + " for Kafka: "
              + said.toString(StandardCharsets.UTF_8).strip());
    }
  }

  private String settingsFile() {
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = folder.path().resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot write to Kafka's folder " + folder.path(), e);
    }
    return file.toString();
  }
}

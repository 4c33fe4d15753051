package io.facestream.client.testing;

import io.facestream.client.KafkaConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A KRaft broker with its controller in this JVM, on loopback and free ports; about four seconds
 * the first time, less than one afterwards.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start()) {
 *   TopicAdmin.createMissing(broker.connection(), (short) 1, Topics.ALL);
 * }
 * }</pre>
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int PORT_ATTEMPTS = 3;

  private final Path directory;
  private final Map<String, String> settings;
  private final String bootstrapServers;
  private final String secondBootstrapServers;
  private KafkaRaftServer server;

  private EmbeddedBroker(Path directory, Map<String, String> more, int... ports) {
    this.directory = directory;
    this.settings =
        BrokerSettings.of(directory.resolve("log"), !more.isEmpty(), ports[0], ports[1], ports[2]);
    this.settings.putAll(more);
    this.bootstrapServers = "127.0.0.1:" + ports[0];
    this.secondBootstrapServers = "127.0.0.1:" + ports[1];
  }

  /** Formats a temporary folder and starts a broker on it; returns when it answers. */
  public static EmbeddedBroker start() {
    return start(Map.of());
  }

  /**
   * The same with listeners of its own, {@code CLIENT} and {@code CERTIFIED}.
   *
   * @param secured settings of these listeners; none for one that lets everybody in
   */
  static EmbeddedBroker start(Map<String, String> secured) {
    RuntimeException last = null;
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      EmbeddedBroker broker = onFreePorts(secured);
      try {
        broker.format();
        broker.resume();
        return broker;
      } catch (RuntimeException e) {
        // Somebody took the port between our look and our bind.
        last = e;
        broker.close();
      }
    }
    throw last;
  }

  /** How clients get in; stays the same over {@link #restart()}. */
  public KafkaConnection connection() {
    return KafkaConnection.to(bootstrapServers);
  }

  /** {@code host:port}; stays the same over {@link #restart()}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Of a secured one, {@code host:port} of its second listener. */
  String secondBootstrapServers() {
    return secondBootstrapServers;
  }

  /** Stops answering, and keeps topics and records. */
  public void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** Starts again after {@link #stop()}, at the same address with the same records. */
  public void resume() {
    Properties properties = new Properties();
    properties.putAll(settings);
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server = starting;
    starting.startup();
  }

  /** {@link #stop()}, then {@link #resume()}. */
  public void restart() {
    stop();
    resume();
  }

  /** Stops for good and deletes the records. */
  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }

  private static EmbeddedBroker onFreePorts(Map<String, String> secured) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket broker = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return new EmbeddedBroker(
          Files.createTempDirectory("facestream-broker"),
          secured,
          broker.getLocalPort(),
          second.getLocalPort(),
          controller.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("No free port for a broker", e);
    }
  }

  private void format() {
    StringWriter text = new StringWriter();
    settings.forEach((key, value) -> text.write(key + "=" + value + "\n"));
    Path file = directory.resolve("server.properties");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      Files.writeString(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    int status =
        StorageTool.execute(command, new PrintStream(output, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IllegalStateException(
          "Cannot format the broker's storage: " + output.toString(StandardCharsets.UTF_8));
    }
  }
}

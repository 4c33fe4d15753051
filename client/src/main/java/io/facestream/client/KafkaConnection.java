package io.facestream.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where Kafka is, and how to get in: the brokers, and the settings of a client properties file as
 * Kafka's own tools take it (security protocol, SASL mechanism, certificates).
 *
 * <pre>{@code
 * KafkaConnection open = KafkaConnection.to("localhost:9092");
 * KafkaConnection secured = KafkaConnection.to("kafka:9093", Path.of("client.properties"));
 * new KafkaProducer<>(secured.settings(Map.of(ProducerConfig.ACKS_CONFIG, "all")), key, value);
 * }</pre>
 *
 * <p>The settings hold passwords. They travel with the job to its cluster, so this is serializable;
 * but nothing shows them: {@link #toString} names the brokers and the file only.
 */
public final class KafkaConnection implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> EVERY_CLIENTS = everyClients();
  private static final Set<String> SOME_CLIENTS = someClients();

  private final String bootstrapServers;
  private final String file;
  private final HashMap<String, String> fileSettings;

  private KafkaConnection(String bootstrapServers, String file, Map<String, String> fileSettings) {
    this.bootstrapServers = bootstrapServers;
    this.file = file;
    this.fileSettings = new HashMap<>(fileSettings);
  }

  /**
   * To brokers that let everybody in.
   *
   * @param bootstrapServers {@code host:port[,host:port…]}
   */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, null, Map.of());
  }

  /**
   * To brokers that want to know who comes. Of the file those settings apply that every Kafka
   * client has, and those that none of them knows, which are for classes that the others name. What
   * concerns writing or reading alone, such as {@code acks} or {@code group.id}, is decided by
   * those who write or read; {@code bootstrap.servers} by the first parameter.
   *
   * @param bootstrapServers {@code host:port[,host:port…]}
   * @param propertiesFile a client properties file; null for brokers that let everybody in
   * @throws ConnectionSettingsException when the file cannot be read, or has a setting whose name
   *     is nearly one of Kafka's: left out in silence, it may open what should be closed
   */
  public static KafkaConnection to(String bootstrapServers, Path propertiesFile) {
    if (propertiesFile == null) {
      return to(bootstrapServers);
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(propertiesFile)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      // Without its cause: the parser of properties repeats what it read.
      throw ConnectionSettingsException.unreadable(propertiesFile.toString());
    }
    Map<String, String> applying = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      boolean known = SOME_CLIENTS.contains(name);
      if (!known) {
        refuseMisspelt(name, propertiesFile);
      }
      if (!known || EVERY_CLIENTS.contains(name)) {
        applying.put(name, properties.getProperty(name));
      }
    }
    return new KafkaConnection(bootstrapServers, propertiesFile.toString(), applying);
  }

  private static void refuseMisspelt(String unknown, Path file) {
    SimilarNames.nearest(unknown, SOME_CLIENTS)
        .ifPresent(
            meant -> {
              throw ConnectionSettingsException.misspelt(file.toString(), unknown, meant);
            });
  }

  /** {@code host:port[,host:port…]}, as given. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The path of the properties file; empty where there is none. */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /**
   * The settings of a client. Not to be logged.
   *
   * @param own what the client needs; goes before what the file says
   */
  public Properties settings(Map<String, ?> own) {
    Properties all = new Properties();
    all.putAll(fileSettings);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    all.putAll(own);
    return all;
  }

  /** The brokers, and the path of the file. */
  @Override
  public String toString() {
    return file == null ? bootstrapServers : bootstrapServers + " with the settings of " + file;
  }

  private static Set<String> everyClients() {
    Set<String> names = new HashSet<>(ProducerConfig.configNames());
    names.retainAll(ConsumerConfig.configNames());
    names.retainAll(AdminClientConfig.configNames());
    names.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    names.remove(CommonClientConfigs.CLIENT_ID_CONFIG);
    return names;
  }

  private static Set<String> someClients() {
    Set<String> names = new HashSet<>(ProducerConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return names;
  }
}

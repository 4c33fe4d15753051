package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import io.facestream.cluster.process.Tool;
import io.facestream.ports.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Kafka broker that is its own controller. */
final class BrokerRole implements Role {
  static final String NAME = "broker";

  /** One for all, so that a kept folder is recognised; nothing else ever joins this cluster. */
  private static final String CLUSTER_ID = "ZmFjZXN0cmVhbS1sb2NhbA";

  private final ClusterFolder folder;
  private final Distribution distribution;
  private final ClusterPorts ports;
  private final int heapMib;

  BrokerRole(ClusterSpec spec, Distribution distribution) {
    this.folder = new ClusterFolder(spec.folder());
    this.distribution = distribution;
    this.ports = spec.ports();
    this.heapMib = spec.memory().broker();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ProcessSpec spec() {
    Path settings = folder.conf().resolve("server.properties");
    Path logging = folder.conf().resolve("kafka-log4j.properties");
    try {
      Files.createDirectories(folder.conf());
      Files.writeString(settings, resource("server.properties") + addresses());
      Files.writeString(logging, resource("kafka-log4j.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder.conf(), e);
    }
    if (!Files.exists(folder.kafka().resolve("meta.properties"))) {
      format(settings);
    }
    List<String> command =
        kafka()
            .flags("-Dlog4j2.configurationFile=" + logging)
            .main("kafka.Kafka", settings.toString())
            .build();
    return new ProcessSpec(NAME, command, Map.of("MALLOC_ARENA_MAX", "2"), log());
  }

  private JavaCommand kafka() {
    return new JavaCommand()
        .flags("-Xmx" + heapMib + "m", "-XX:+UseG1GC", "-Djava.awt.headless=true")
        .classPath(JavaCommand.jarsOf(distribution.kafkaLib()));
  }

  private String addresses() {
    return String.format(
        Locale.ROOT,
        """

        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENT://127.0.0.1:%1$d
        log.dirs=%3$s
        """,
        ports.kafka(),
        ports.controller(),
        folder.kafka());
  }

  private void format(Path settings) {
    List<String> command =
        kafka()
            .main(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                CLUSTER_ID,
                "--config",
                settings.toString())
            .build();
    Tool.Result result = Tool.run(command);
    if (result.exitCode() != 0) {
      throw new ClusterException(
          "Kafka cannot prepare " + folder.kafka() + " for its topics", result.lines());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = BrokerRole.class.getResourceAsStream("conf/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public boolean isReady() {
    return Ports.answers(ports.kafka());
  }

  @Override
  public Path log() {
    return folder.logs().resolve(NAME + ".log");
  }
}

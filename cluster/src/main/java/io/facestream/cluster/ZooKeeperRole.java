package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import io.facestream.ports.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The ZooKeeper server that Flink brings along, as its {@code zookeeper.sh} starts it. */
final class ZooKeeperRole implements Role {
  static final String NAME = "zookeeper";

  private static final String MAIN = "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";

  private final ClusterFolder folder;
  private final Distribution distribution;
  private final FlinkHome home;
  private final int port;

  ZooKeeperRole(ClusterSpec spec, Distribution distribution) {
    this.folder = new ClusterFolder(spec.folder());
    this.distribution = distribution;
    this.home = new FlinkHome(spec, distribution);
    this.port = spec.ports().zookeeper();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ProcessSpec spec() {
    home.configure();
    Path file = home.conf().resolve("zoo.cfg");
    try {
      Files.createDirectories(folder.zookeeper());
      Files.writeString(file, configuration());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    JavaCommand java =
        new JavaCommand()
            .flags(
                "-Xmx64m",
                "-Dlog.file=" + log(),
                "-Dlog4j.configurationFile=" + home.conf().resolve("log4j.properties"))
            .classPath(JavaCommand.jarsOf(distribution.flinkLib()))
            .main(MAIN, "--zkConfigFile", file.toString(), "--peerId", "1");
    return new ProcessSpec(NAME, java.build(), Map.of(), folder.logs().resolve(NAME + ".out"));
  }

  /** A tick of a second lets sessions end after two, where the default's three would be six. */
  private String configuration() {
    return String.format(
        Locale.ROOT,
        """
        tickTime=1000
        initLimit=10
        syncLimit=5
        dataDir=%s
        clientPort=%d
        clientPortAddress=127.0.0.1
        admin.enableServer=false
        """,
        folder.zookeeper(),
        port);
  }

  @Override
  public boolean isReady() {
    return Ports.answers(port);
  }

  @Override
  public Path log() {
    return home.log(NAME);
  }
}

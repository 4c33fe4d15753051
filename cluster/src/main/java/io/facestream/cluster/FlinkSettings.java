package io.facestream.cluster;

import io.facestream.cluster.conf.FlinkYaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Flink's settings on one machine: the project's, with this machine's in their place. */
final class FlinkSettings {
  private static final String HOST = "127.0.0.1";

  private final ClusterSpec spec;
  private final ClusterFolder folder;
  private final Map<String, String> settings;

  private FlinkSettings(ClusterSpec spec, Distribution distribution) {
    this.spec = spec;
    this.folder = new ClusterFolder(spec.folder());
    this.settings = new TreeMap<>(FlinkYaml.read(distribution.flinkConf().resolve("config.yaml")));
    if (spec.highAvailability()) {
      settings.putAll(FlinkYaml.read(distribution.flinkConf().resolve("ha.yaml")));
    }
  }

  static Map<String, String> of(ClusterSpec spec, Distribution distribution) {
    FlinkSettings local = new FlinkSettings(spec, distribution);
    local.stayOnLoopback();
    local.keepAllInTheFolder();
    local.fitTheMachine();
    local.bePatientAtTheStart();
    local.settings.putAll(spec.flinkSettings());
    return local.settings;
  }

  private void stayOnLoopback() {
    for (String key : new String[] {"jobmanager.rpc.address", "rest.address", "taskmanager.host"}) {
      settings.put(key, HOST);
    }
    for (String key :
        new String[] {"jobmanager.bind-host", "rest.bind-address", "taskmanager.bind-host"}) {
      settings.put(key, HOST);
    }
    put("jobmanager.rpc.port", spec.ports().rpc());
    put("rest.port", spec.ports().web());
    put("rest.bind-port", spec.ports().web());
    if (spec.highAvailability()) {
      settings.put("high-availability.zookeeper.quorum", HOST + ":" + spec.ports().zookeeper());
      put("high-availability.jobmanager.port", spec.ports().rpc());
    }
    // The reporter can only listen on all addresses; who wants it gives it back as a setting.
    settings.keySet().removeIf(key -> key.startsWith("metrics.reporter.prom."));
  }

  private void keepAllInTheFolder() {
    settings.put("execution.checkpointing.dir", forFlink(folder.checkpoints()));
    settings.put("execution.checkpointing.savepoint-dir", forFlink(folder.savepoints()));
    settings.put("io.tmp.dirs", folder.temporary().toString());
    settings.put("web.upload.dir", folder.uploads().toString());
    if (spec.highAvailability()) {
      settings.put("high-availability.storageDir", forFlink(folder.highAvailability()));
    }
  }

  /** Not a URI: Flink takes the text after the scheme as it is, so a space must stay a space. */
  private static String forFlink(Path folder) {
    return "file:" + folder;
  }

  /** Ten seconds are too few for several JVMs that start at once on a machine with other work. */
  private void bePatientAtTheStart() {
    settings.put("pekko.startup-timeout", "60 s");
  }

  /** Flink's defaults for what is fixed would leave a small process no heap. */
  private void fitTheMachine() {
    ClusterMemory memory = spec.memory();
    putMib("jobmanager.memory.process.size", memory.jobManager());
    putMib("jobmanager.memory.jvm-metaspace.size", 192);
    putMib("jobmanager.memory.off-heap.size", 64);
    putMib("jobmanager.memory.jvm-overhead.min", 64);
    putMib("jobmanager.memory.jvm-overhead.max", 64);
    put("taskmanager.numberOfTaskSlots", spec.slots());
    putMib("taskmanager.memory.process.size", memory.taskManager());
    putMib("taskmanager.memory.jvm-metaspace.size", 192);
    putMib("taskmanager.memory.jvm-overhead.min", 128);
    putMib("taskmanager.memory.jvm-overhead.max", 128);
    putMib("taskmanager.memory.framework.heap.size", 64);
    putMib("taskmanager.memory.task.off-heap.size", memory.taskOffHeap());
    putMib("taskmanager.memory.managed.size", 64 * spec.slots());
    putMib("taskmanager.memory.network.min", 96 + 32 * spec.slots());
    putMib("taskmanager.memory.network.max", 96 + 32 * spec.slots());
  }

  private void put(String key, int value) {
    settings.put(key, Integer.toString(value));
  }

  private void putMib(String key, int mebibytes) {
    settings.put(key, mebibytes + "m");
  }
}

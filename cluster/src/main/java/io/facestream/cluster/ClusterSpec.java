package io.facestream.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cluster is to be; the defaults fit a laptop of two cores and 8 GB.
 *
 * @param folder where everything of it is kept: data, logs, pid files
 * @param taskManagers how many are started with it, ≥ 0
 * @param slots task slots of each TaskManager
 * @param highAvailability whether ZooKeeper runs beside, so that jobs survive the JobManager
 * @param memory sizes of the processes
 * @param ports TCP ports on loopback
 * @param flinkSettings put in the place of those of {@code flink-conf/config.yaml}
 * @param supervised whether a further process starts again what dies
 */
public record ClusterSpec(
    Path folder,
    int taskManagers,
    int slots,
    boolean highAvailability,
    ClusterMemory memory,
    ClusterPorts ports,
    Map<String, String> flinkSettings,
    boolean supervised) {

  public ClusterSpec {
    folder = folder.toAbsolutePath().normalize();
    flinkSettings = Map.copyOf(flinkSettings);
  }

  /** Two TaskManagers of two slots each, on the usual ports. */
  public static ClusterSpec in(Path folder) {
    return new ClusterSpec(
        folder, 2, 2, false, ClusterMemory.LAPTOP, ClusterPorts.USUAL, Map.of(), true);
  }

  public ClusterSpec withTaskManagers(int count, int slotsOfEach) {
    return new ClusterSpec(
        folder, count, slotsOfEach, highAvailability, memory, ports, flinkSettings, supervised);
  }

  public ClusterSpec withHighAvailability(boolean wanted) {
    return new ClusterSpec(
        folder, taskManagers, slots, wanted, memory, ports, flinkSettings, supervised);
  }

  public ClusterSpec withMemory(ClusterMemory sizes) {
    return new ClusterSpec(
        folder, taskManagers, slots, highAvailability, sizes, ports, flinkSettings, supervised);
  }

  public ClusterSpec withPorts(ClusterPorts chosen) {
    return new ClusterSpec(
        folder, taskManagers, slots, highAvailability, memory, chosen, flinkSettings, supervised);
  }

  /** With one more setting of Flink's, such as {@code jobmanager.scheduler}. */
  public ClusterSpec withFlinkSetting(String key, String value) {
    Map<String, String> settings = new TreeMap<>(flinkSettings);
    settings.put(key, value);
    return new ClusterSpec(
        folder, taskManagers, slots, highAvailability, memory, ports, settings, supervised);
  }
}

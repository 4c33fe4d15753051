package io.facestream.cluster;

import io.facestream.cluster.rest.FlinkRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The processes of a cluster by name. */
final class Roles {
  private static final String PID = ".pid";

  private final ClusterSpec spec;
  private final Distribution distribution;
  private final FlinkRest flink;

  Roles(ClusterSpec spec, Distribution distribution, FlinkRest flink) {
    this.spec = spec;
    this.distribution = distribution;
    this.flink = flink;
  }

  /**
   * The kind of process that has this name.
   *
   * @throws ClusterException when none has
   */
  Role named(String name) {
    if (name.equals(BrokerRole.NAME)) {
      return new BrokerRole(spec, distribution);
    }
    if (name.equals(ZooKeeperRole.NAME) && spec.highAvailability()) {
      return new ZooKeeperRole(spec, distribution);
    }
    if (name.equals(JobManagerRole.NAME)) {
      return new JobManagerRole(new FlinkHome(spec, distribution), flink);
    }
    if (name.equals(SupervisorRole.NAME) && spec.supervised()) {
      return new SupervisorRole(spec, distribution);
    }
    if (TaskManagerRole.isName(name)) {
      return new TaskManagerRole(name, new FlinkHome(spec, distribution), flink);
    }
    throw new ClusterException(
        String.format(
            Locale.ROOT,
            "A cluster has no process '%s', only %s",
            name,
            String.join(", ", startOrder())));
  }

  /** Those of a cluster as it was asked for, each after those it needs. */
  List<String> startOrder() {
    List<String> names = new ArrayList<>();
    names.add(BrokerRole.NAME);
    if (spec.highAvailability()) {
      names.add(ZooKeeperRole.NAME);
    }
    names.add(JobManagerRole.NAME);
    for (int number = 1; number <= spec.taskManagers(); number++) {
      names.add(TaskManagerRole.nameOf(number));
    }
    if (spec.supervised()) {
      // Last, so that it starts nothing that is just being started, and is ended first.
      names.add(SupervisorRole.NAME);
    }
    return names;
  }

  /** Those asked for and those started since, in the same order. */
  List<String> known() {
    List<String> names = new ArrayList<>(startOrder());
    var pids = new ClusterFolder(spec.folder()).pids();
    if (Files.isDirectory(pids)) {
      try (Stream<java.nio.file.Path> files = Files.list(pids)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(PID))
            .map(file -> file.substring(0, file.length() - PID.length()))
            .filter(name -> TaskManagerRole.isName(name) && !names.contains(name))
            .sorted(Comparator.comparing(String::length).thenComparing(name -> name))
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + pids, e);
      }
    }
    return names;
  }
}

package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterPorts;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the processes listen, on loopback. */
final class PortOptions {
  @Option(
      names = "--any-ports",
      description = "Take any free ports for those not given; 'status' shows them.")
  private boolean any;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "The broker's. Default: 9092.")
  private Integer kafka;

  @Option(
      names = "--controller-port",
      paramLabel = "PORT",
      description = "The broker's controller's. Default: 9093.")
  private Integer controller;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      description = "Flink's web UI's. Default: 8081.")
  private Integer web;

  @Option(
      names = "--rpc-port",
      paramLabel = "PORT",
      description = "The JobManager's. Default: 6123.")
  private Integer rpc;

  @Option(
      names = "--zookeeper-port",
      paramLabel = "PORT",
      description = "ZooKeeper's, with --ha. Default: 2181.")
  private Integer zookeeper;

  ClusterPorts ports(CommandLine command) {
    ClusterPorts others = any ? ClusterPorts.free() : ClusterPorts.USUAL;
    return new ClusterPorts(
        choose(command, "--kafka-port", kafka, others.kafka()),
        choose(command, "--controller-port", controller, others.controller()),
        choose(command, "--web-port", web, others.web()),
        choose(command, "--rpc-port", rpc, others.rpc()),
        choose(command, "--zookeeper-port", zookeeper, others.zookeeper()));
  }

  private static int choose(CommandLine command, String option, Integer given, int other) {
    if (given != null && (given < 1 || given > 65535)) {
      throw new ParameterException(command, option + " must be 1 to 65535, not " + given);
    }
    return given == null ? other : given;
  }
}

package io.facestream.options;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds to what a library says the options that help, of those that the command has, and before them
 * what an {@link Advisor} knows.
 */
public final class Remedies {
  private Remedies() {}

  /** The failure's message, continued by what to give the command instead. */
  public static String told(CommandSpec command, Exception failure) {
    if (!(failure instanceof FacestreamException ours)) {
      return failure.getMessage();
    }
    return ours.getMessage()
        + advisor(command).map(advisor -> advisor.adviceOn(ours)).orElse("")
        + ours.remedies().stream()
            .filter(remedy -> takes(command, option(remedy)))
            .map(remedy -> ", or" + advice(remedy) + " " + option(remedy))
            .collect(Collectors.joining());
  }

  private static Optional<Advisor> advisor(CommandSpec command) {
    return Stream.iterate(command, Objects::nonNull, CommandSpec::parent)
        .map(CommandSpec::userObject)
        .filter(Advisor.class::isInstance)
        .map(Advisor.class::cast)
        .findFirst();
  }

  /** A command that passes on what it does not know may take any. */
  private static boolean takes(CommandSpec command, String option) {
    return command.findOption(option) != null || !command.unmatchedArgsBindings().isEmpty();
  }

  private static String advice(Remedy remedy) {
    return switch (remedy) {
      case BROKER, GALLERY_TOPIC -> " name another with";
      case CONNECTION_SETTINGS ->
          ", where it asks for TLS or a password, name a file of settings with";
      case MODELS_FOLDER -> " name a folder that holds it with";
      case MODEL_ID -> " name the model that made them with";
      case METRICS_PORT, BROKER_PORT, CONTROLLER_PORT, WEB_PORT, JOB_MANAGER_PORT, ZOOKEEPER_PORT ->
          " choose another with";
      case ANY_PORTS -> " take whatever is free with";
      case CLUSTER_FOLDER -> " name another folder with";
      case JOB -> " name one with";
      case PARALLELISM -> " ask for fewer with";
    };
  }

  private static String option(Remedy remedy) {
    return switch (remedy) {
      case BROKER -> "--bootstrap-servers";
      case CONNECTION_SETTINGS -> "--kafka-config";
      case GALLERY_TOPIC -> "--gallery-topic";
      case MODELS_FOLDER -> "--models";
      case MODEL_ID -> "--model-id";
      case METRICS_PORT -> "--metrics-port";
      case BROKER_PORT -> "--kafka-port";
      case CONTROLLER_PORT -> "--controller-port";
      case WEB_PORT -> "--web-port";
      case JOB_MANAGER_PORT -> "--rpc-port";
      case ZOOKEEPER_PORT -> "--zookeeper-port";
      case ANY_PORTS -> "--any-ports";
      case CLUSTER_FOLDER -> "--dir";
      case JOB -> "--job";
      case PARALLELISM -> "--parallelism";
    };
  }
}

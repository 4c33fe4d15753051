package io.facestream.options;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Adds to what a library says the options that help, of those that the command has. */
public final class Remedies {
  private Remedies() {}

  /** The failure's message, continued by what to give the command instead. */
  public static String told(CommandSpec command, Exception failure) {
    if (!(failure instanceof FacestreamException ours)) {
      return failure.getMessage();
    }
    return ours.getMessage()
        + ours.remedies().stream()
            .filter(remedy -> takes(command, option(remedy)))
            .map(remedy -> ", or" + advice(remedy) + " " + option(remedy))
            .collect(Collectors.joining());
  }

  /** A command that passes on what it does not know may take any. */
  private static boolean takes(CommandSpec command, String option) {
    return command.findOption(option) != null || !command.unmatchedArgsBindings().isEmpty();
  }

  private static String advice(Remedy remedy) {
    return switch (remedy) {
      case BROKER -> " name another with";
      case CONNECTION_SETTINGS ->
          ", where it asks for TLS or a password, name a file of settings with";
      case GALLERY_TOPIC -> " name another with";
      case MODELS_FOLDER -> " name a folder that holds it with";
      case MODEL_ID -> " name the model that made them with";
      case METRICS_PORT -> " choose another with";
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
    };
  }
}

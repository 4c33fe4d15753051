package io.facestream.job.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Values of options that are not on the command line: from the environment, then from a file. */
final class FallbackValues implements IDefaultValueProvider {
  private static final String CONFIG = "--config";

  private final Map<String, String> environment;
  private final Properties file;

  private FallbackValues(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * @param args the command line, which may name the file
   * @throws ParameterException when the file cannot be read or has an option that does not exist
   */
  static FallbackValues of(Map<String, String> environment, String... args) {
    CommandLine known = JobOptions.commandFor(JobOptions.unparsed());
    known.setUnmatchedArgumentsAllowed(true);
    String named = environment.get(environmentName(CONFIG));
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals(CONFIG) && i + 1 < args.length) {
        named = args[i + 1];
      } else if (args[i].startsWith(CONFIG + "=")) {
        named = args[i].substring(CONFIG.length() + 1);
      }
    }
    return new FallbackValues(environment, named == null ? new Properties() : read(named, known));
  }

  private static Properties read(String name, CommandLine known) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      properties.load(in);
    } catch (IOException e) {
      throw new ParameterException(
          known, "Cannot read the options file '" + name + "' named by " + CONFIG, e);
    }
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    known.getCommandSpec().options().forEach(option -> unknown.remove(fileName(option)));
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          known, "The options file '" + name + "' has unknown options: " + unknown);
    }
    return properties;
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = environment.get(environmentName(option.longestName()));
    return value != null ? value : file.getProperty(fileName(option));
  }

  /** {@code --alert-expiry} → {@code FACESTREAM_ALERT_EXPIRY}. */
  static String environmentName(String option) {
    return "FACESTREAM_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String fileName(OptionSpec option) {
    return option.longestName().substring(2);
  }
}

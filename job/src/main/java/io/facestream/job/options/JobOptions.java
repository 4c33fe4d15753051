package io.facestream.job.options;

import io.facestream.job.analysers.AnalyserSet;
import io.facestream.job.back.BackSettings;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.sightings.SightingSettings;
import io.facestream.job.unknown.UnknownSettings;
import io.facestream.job.verdict.JudgeSettings;
import io.facestream.options.BadOptionsException;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Every option of the job, with its type, default and one line of documentation; the table in
 * docs/options.md is made from it. A value comes from the first of these that has one: the command
 * line, the environment ({@code --alert-expiry} is {@code FACESTREAM_ALERT_EXPIRY}), the properties
 * file named by {@code --config} ({@code alert-expiry=2 min}), the default.
 */
@Command(
    name = "facestream-job",
    description = "Recognises the faces of the gallery in the frames of all cameras.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class JobOptions {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file with options, by their long names without dashes.")
  private String config;

  @Mixin private TopicOptions topics;
  @Mixin private RecognitionOptions recognition;
  @Mixin private AlertOptions alerts;
  @Mixin private SearchBackOptions searchBack;
  @Mixin private AnalyserOptions analysers;
  @Mixin private DeliveryOptions delivery;
  @Mixin private ExecutionSettings execution;

  private JobOptions() {}

  /**
   * Reads the options from arguments, environment and file.
   *
   * @throws BadOptionsException with one line that names the option and the cure
   */
  public static JobOptions parse(String... args) {
    return parse(System.getenv(), args);
  }

  static JobOptions parse(Map<String, String> environment, String... args) {
    JobOptions options = new JobOptions();
    CommandLine command = commandFor(options);
    try {
      command.setDefaultValueProvider(FallbackValues.of(environment, args));
      command.parseArgs(args);
      if (!options.asksForHelp()) {
        options.validate();
      }
    } catch (ParameterException e) {
      throw new BadOptionsException(e.getMessage(), e);
    }
    return options;
  }

  /** The options as picocli sees them, for {@code --help} and for the table in the docs. */
  static CommandLine commandFor(JobOptions options) {
    return new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** The options as picocli sees them, for who completes them on a command line. */
  public static CommandSpec commandSpec() {
    return commandFor(unparsed()).getCommandSpec();
  }

  static JobOptions unparsed() {
    return new JobOptions();
  }

  private void validate() {
    CommandLine command = spec.commandLine();
    topics.validate(command);
    recognition.validate(command);
    searchBack.validate(command);
    execution.validate(command);
    analysers.validate(command, ModelPacks.named(pack()), maxParallelism());
    delivery.validate(command, execution.checkpointInterval);
  }

  /**
   * What {@code --help} or {@code --version} asks for; empty when neither was asked for.
   *
   * @param command what the user calls the command, such as {@code facestream-job}
   */
  public Optional<String> help(String command) {
    return help(command, List.of());
  }

  /**
   * The same of a command that takes more options.
   *
   * @param command what the user calls it, such as {@code facestream job}
   * @param further its options beside those of the job
   */
  public Optional<String> help(String command, List<OptionSpec> further) {
    if (!asksForHelp()) {
      return Optional.empty();
    }
    CommandLine options = spec.commandLine().setCommandName(command);
    further.forEach(option -> spec.addOption(OptionSpec.builder(option).build()));
    return Optional.of(
        options.isUsageHelpRequested()
            ? options.getUsageMessage()
            : String.join("\n", spec.version()));
  }

  private boolean asksForHelp() {
    CommandLine command = spec.commandLine();
    return command.isUsageHelpRequested() || command.isVersionHelpRequested();
  }

  public TopicOptions topics() {
    return topics;
  }

  /** Name of the model pack. */
  public String pack() {
    return recognition.pack();
  }

  /** Which models look at the frames, and how closely. */
  public VisionSettings vision() {
    return recognition.vision();
  }

  /** Whether faces are followed from frame to frame. */
  public boolean tracks() {
    return recognition.tracks();
  }

  /** How deep and in what batches a slice is searched. */
  public SearchSettings search() {
    return recognition.search();
  }

  /** When a candidate is a match, with this pack. */
  public JudgeSettings judgeSettings(ModelPack ofPack) {
    JudgeSettings settings = recognition.judgeSettings(ofPack);
    return searchBack().isPresent() ? settings.tellingUnmatched() : settings;
  }

  /** What is kept to search back in time; empty where nothing is. */
  public Optional<BackSettings> searchBack() {
    return searchBack.settings();
  }

  /** The analysers that the job runs. */
  public AnalyserSet analysers() {
    return analysers.analysers();
  }

  /** Subtasks of one of them. */
  public int subtasks(AnalyserModel analyser) {
    return analysers.subtasks(analyser);
  }

  /** When a visit is over, and how often it is told of. */
  public SightingSettings sightings() {
    return recognition.sightings();
  }

  /** Whether and when strangers are told of. */
  public UnknownSettings unknown() {
    return recognition.unknown();
  }

  /** Whether a visit raises one alert, when it opens, and not each frame one. */
  public boolean alertsOfSightings() {
    return alerts.occasion == AlertOptions.Occasion.SIGHTINGS;
  }

  /** How long after the capture an alert may be acted on. */
  public Duration alertExpiry() {
    return recognition.alertExpiry();
  }

  /** How answers reach their readers. */
  public Delivery delivery() {
    return delivery.delivery(topics.groupId);
  }

  /** Subtasks of each operator, where the job and not the cluster says so. */
  public OptionalInt parallelism() {
    return execution.parallelism == null
        ? OptionalInt.empty()
        : OptionalInt.of(execution.parallelism);
  }

  /** Key groups: the most subtasks the job can ever be rescaled to. */
  public int maxParallelism() {
    return execution.maxParallelism;
  }

  /** Whether embedding is a task of its own and not chained to detection. */
  public boolean separateEmbedding() {
    return execution.separateEmbedding;
  }

  /** How long a record may wait in a network buffer for company. */
  public Duration bufferTimeout() {
    return execution.bufferTimeout;
  }

  /** Time from one checkpoint to the next. */
  public Duration checkpointInterval() {
    return execution.checkpointInterval;
  }

  /** Records that are to be left out. */
  public SkippedRecords skippedRecords() {
    return execution.skippedRecords();
  }

  /** Further Flink settings, as given. */
  public Map<String, String> flinkSettings() {
    return execution.flinkSettings;
  }
}

package io.facestream.job.options;

import io.facestream.job.frames.VisionSettings;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.sightings.SightingSettings;
import io.facestream.job.unknown.UnknownSettings;
import io.facestream.job.verdict.JudgeSettings;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import java.lang.reflect.Member;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What decides who is recognised: how frames are looked at, the gallery is searched and candidates
 * are judged. A command that starts the job takes these options as a mixin, and hands on to the job
 * those that were {@link #given}.
 */
public final class RecognitionOptions {
  private static final Set<Class<?>> DECLARED_BY =
      Set.of(
          VisionOptions.class,
          SearchOptions.class,
          JudgeOptions.class,
          SightingOptions.class,
          UnknownOptions.class);

  @Mixin private VisionOptions vision;
  @Mixin private SearchOptions search;
  @Mixin private JudgeOptions judge;
  @Mixin private SightingOptions sightings;
  @Mixin private UnknownOptions unknown;

  /**
   * Checks the values that were given.
   *
   * @throws picocli.CommandLine.ParameterException with one line that names the option and its
   *     range
   */
  public void validate(CommandLine command) {
    vision.validate(command);
    search.validate(command);
    judge.validate(command, ModelPacks.named(vision.pack));
    sightings.validate(command);
    unknown.validate(command, tracks());
  }

  /** Name of the model pack. */
  public String pack() {
    return vision.pack;
  }

  /** Folder to look for the models in first, or null. */
  public String models() {
    return vision.models;
  }

  /**
   * Those that were given on a command line, as arguments for {@link JobOptions#parse}.
   *
   * @param parsed of the command that has these options
   */
  public static List<String> given(ParseResult parsed) {
    return parsed.matchedOptions().stream()
        .filter(option -> DECLARED_BY.contains(((Member) option.userObject()).getDeclaringClass()))
        .flatMap(RecognitionOptions::arguments)
        .distinct()
        .toList();
  }

  private static Stream<String> arguments(OptionSpec option) {
    return option.originalStringValues().stream().map(value -> option.longestName() + "=" + value);
  }

  boolean tracks() {
    return vision.tracks == OnOff.ON;
  }

  /** Which models look at a picture, and how closely. */
  public VisionSettings vision() {
    return vision.settings();
  }

  /** How the gallery is searched; the runner-up is wanted in any case. */
  public SearchSettings search() {
    return search.settings(Math.max(2, judge.shownCandidates));
  }

  /** When a candidate is a match, with this pack. */
  public JudgeSettings judgeSettings(ModelPack ofPack) {
    return judge.settings(ofPack, unknown.on());
  }

  SightingSettings sightings() {
    return sightings.settings();
  }

  UnknownSettings unknown() {
    return unknown.settings(sightings());
  }

  Duration alertExpiry() {
    return judge.alertExpiry;
  }
}

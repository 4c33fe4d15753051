package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.StoredPolicies;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.options.Ago;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.VerdictsTopicOption;
import io.facestream.policies.PolicyChanges;
import io.facestream.policies.PolicyException;
import io.facestream.policies.rehearsal.OptionsSeen;
import io.facestream.policies.rehearsal.Rehearsal;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream policy rehearse}. */
@Command(
    name = "rehearse",
    description = {
      "Says which alerts of the past there would have been, and which not, under other policies.",
      "Judges the faces of the verdicts anew, by the rule of the job. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was rehearsed, whatever came of it",
      "1:nothing was: no verdicts, a share that nobody has measured for the pack, no broker",
      "2:wrong arguments, such as a value that cannot be"
    })
final class RehearseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--set",
      paramLabel = "KEY.FIELD=VALUE",
      description = "What to lay down, as with 'policy set'. Repeatable.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--unset",
      paramLabel = "KEY[.FIELD]",
      description = "What to take back, as with 'policy unset'. Repeatable.")
  private List<String> places = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      converter = Ago.class,
      defaultValue = "24h",
      description = "How far to look back in the verdicts. Default: ${DEFAULT-VALUE}.")
  private Duration since;

  @Option(
      names = "--margin",
      paramLabel = "0…2",
      defaultValue = "0",
      description =
          "What the job was told by its --margin, which no verdict shows. Default: ${DEFAULT-VALUE}.")
  private double margin;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Folder to write the pictures of these alerts into.")
  private Path pictures;

  @Option(names = "--json", description = "Print all of it as one JSON object instead.")
  private boolean json;

  @Mixin private VerdictsTopicOption verdicts;
  @Mixin private FramesTopicOption frames;
  @Mixin private PolicyTopicChoice topic;

  @Override
  public Integer call() {
    requireInRange();
    Arguments.require(spec, assignments);
    KafkaConnection connection = topic.connection();
    StoredPolicies stored = topic.topic().read();
    PolicyChanges changes = Changes.on(stored);
    assignments.forEach(changes::set);
    Arguments.take(spec, () -> places.forEach(changes::unset));

    Instant from = Instant.now().minus(since);
    OptionsSeen options = new OptionsSeen();
    VerdictReader.readSince(from, connection, verdicts.topic(), options::add);
    if (options.pack() == null) {
      throw new PolicyException(
          "Topic '" + verdicts.topic() + "' has no verdict of the last " + Ago.text(since));
    }
    ModelPack pack = ModelPacks.named(options.pack());
    Rehearsal rehearsal =
        new Rehearsal(
            rule(options.policies(pack, margin), changes, stored, pack), pack.embedder().modelId());
    VerdictReader.readSince(
        from, connection, verdicts.topic(), (at, verdict) -> rehearsal.add(verdict));
    RehearsalReport report = rehearsal.report();
    Map<String, String> files =
        pictures == null
            ? Map.of()
            : AlertPictures.write(connection, frames.topic(), report.changes(), pictures);
    new RehearsalPrinter(spec, since).print(report, files, scopesChange(changes, stored), json);
    return 0;
  }

  private void requireInRange() {
    if (!(margin >= 0 && margin <= 2)) {
      throw new ParameterException(
          spec.commandLine(), "--margin is " + margin + "; it must lie between 0 and 2");
    }
  }

  /** Whether any watchlist would be looked for at other cameras than now. */
  private static boolean scopesChange(PolicyChanges changes, StoredPolicies stored) {
    return changes.result().entrySet().stream()
        .anyMatch(
            change -> {
              StoredPolicy now = stored.byKey().get(change.getKey());
              List<String> before = now == null ? null : now.policy().cameras();
              return !Objects.equals(
                  before, change.getValue() == null ? null : change.getValue().cameras());
            });
  }

  private static DecisionRule rule(
      Policies ofOptions, PolicyChanges changes, StoredPolicies stored, ModelPack pack) {
    Map<PolicyKey, Policy> now =
        stored.byKey().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    policy -> policy.getValue().policy(),
                    (first, second) -> second,
                    LinkedHashMap::new));
    Map<PolicyKey, StatedPolicy> then = new LinkedHashMap<>();
    changes.over(now).forEach((key, policy) -> then.put(key, new StatedPolicy(policy, 0)));
    FalseMatchCurve curve = pack.embedder().falseMatches();
    try {
      return new DecisionRule(
          new Policies(ofOptions.ofOptions(), then), curve == null ? null : new Calibration(curve));
    } catch (IllegalArgumentException e) {
      throw new PolicyException("With pack '" + pack.name() + "': " + e.getMessage());
    }
  }
}

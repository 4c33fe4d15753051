package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.StoredPolicies;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.options.Ago;
import io.facestream.options.FramesTopicOption;
import io.facestream.options.VerdictsTopicOption;
import io.facestream.policies.PolicyChanges;
import io.facestream.policies.PolicyException;
import io.facestream.policies.rehearsal.RehearsalLimit;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.policies.rehearsal.TopicRehearsal;
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

    RehearsalReport report =
        new TopicRehearsal(connection, verdicts.topic(), RehearsalLimit.NONE)
            .run(Instant.now().minus(since), changes.over(now(stored)), margin, lists -> true)
            .orElseThrow(
                () ->
                    new PolicyException(
                        "Topic '"
                            + verdicts.topic()
                            + "' has no verdict of the last "
                            + Ago.text(since)));
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

  private static Map<PolicyKey, Policy> now(StoredPolicies stored) {
    Map<PolicyKey, Policy> now = new LinkedHashMap<>();
    stored.byKey().forEach((key, policy) -> now.put(key, policy.policy()));
    return now;
  }
}

package io.facestream.policies.cli;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.options.OutputOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.policies.PolicyChanges;
import io.facestream.wire.AnalyserNames;
import io.facestream.wire.CameraScope;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream policy set}. */
@Command(
    name = "set",
    description = {
      "Lays down what holds from the next frame on; other fields of the same policy stay.",
      "KEY is default, watchlist/NAME, camera/ID or person/ID, FIELD one of threshold, falseAlerts,"
          + " margin, confirm, reviewRequired, record, reviewers; of watchlists also cameras, of cameras and"
          + " default also analysers and refusedAnalysers, of cameras also ignore:",
      "  default.falseAlerts=0.1%% watchlist/vip.threshold=0.5 'camera/lobby.confirm=2 of 3'",
      "  'watchlist/staff.cameras=gate,office*' camera/desk.analysers=age-gender,emotion",
      "  'camera/lobby.ignore=[[[0.6,0.1],[0.9,0.1],[0.9,0.4],[0.6,0.4]]]'"
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it is laid down",
      "1:nothing has changed: no broker",
      "2:wrong arguments, such as a value that cannot be; nothing has changed"
    })
final class SetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "KEY.FIELD=VALUE", description = "What to lay down.")
  private List<String> assignments;

  @Mixin private PolicyTopicChoice topic;
  @Mixin private ReplicationOption replication;

  @Override
  public Integer call() {
    PolicyChanges said = Arguments.require(spec, assignments);
    PolicyTopic policies = topic.topic();
    policies.createIfMissing(replication.replication());
    Changes.write(
        policies, changes -> assignments.forEach(changes::set), spec.commandLine().getOut());
    PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
    said.result()
        .forEach(
            (key, policy) -> {
              warnOfStars(key, policy, notes);
              warnOfOthersAnalysers(key, policy.analysers(), notes);
              warnOfOthersAnalysers(key, policy.refusedAnalysers(), notes);
            });
    notes.flush();
    return 0;
  }

  /** Ids of others' cameras may have a star, so it is no error. */
  private static void warnOfStars(PolicyKey key, Policy policy, PrintWriter notes) {
    if (policy.cameras() != null) {
      policy.cameras().stream()
          .filter(CameraScope::isLiteralStar)
          .forEach(
              entry ->
                  notes.printf(
                      Locale.ROOT,
                      "Note: '%s' of %s %s; only a * at the end stands for all ids that begin so%n",
                      Printable.of(entry),
                      Printable.of(key.toString()),
                      entry.endsWith("*")
                          ? "takes the stars before the last as part of the ids"
                          : "is the id of one camera, stars included"));
    }
  }

  /** A job may run analysers of its administrator's, so it is no error. */
  private static void warnOfOthersAnalysers(
      PolicyKey key, List<String> analysers, PrintWriter notes) {
    if (analysers != null) {
      analysers.stream()
          .filter(analyser -> !AnalyserNames.OWN.contains(analyser))
          .forEach(
              analyser ->
                  notes.printf(
                      Locale.ROOT,
                      "Note: '%s' of %s is none of the analysers that come with Facestream (%s);"
                          + " only a job whose --analyser-file declares it runs it%n",
                      analyser,
                      Printable.of(key.toString()),
                      String.join(", ", AnalyserNames.OWN)));
    }
  }
}

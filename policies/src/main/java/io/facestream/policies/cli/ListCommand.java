package io.facestream.policies.cli;

import io.facestream.client.policies.StoredPolicies;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.options.OutputOptions;
import io.facestream.policies.PolicyText;
import io.facestream.wire.Json;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream policy list}. */
@Command(
    name = "list",
    description = {
      "Lists the policies of the topic that are in force.",
      "What none of them says is as the job's options say."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class ListCommand implements Callable<Integer> {
  private static final int LONGEST_KEY = 40;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object per policy and line.")
  private boolean json;

  @Mixin private PolicyTopicChoice topic;

  @Override
  public Integer call() {
    StoredPolicies stored = topic.topic().read();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      stored
          .byKey()
          .forEach((key, policy) -> out.println(Json.printable(ListedPolicy.of(key, policy))));
    } else {
      print(stored.byKey(), out);
    }
    out.flush();
    PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
    stored.refused().forEach(line -> notes.println("Changes nothing, " + Printable.of(line)));
    notes.flush();
    return 0;
  }

  private static void print(Map<PolicyKey, StoredPolicy> policies, PrintWriter out) {
    if (policies.isEmpty()) {
      out.println("No policy is laid down; the job's options hold for everybody");
      return;
    }
    int width =
        policies.keySet().stream()
            .mapToInt(key -> Printable.of(key.toString(), LONGEST_KEY).length())
            .reduce("KEY".length(), Math::max);
    String row = "%-" + width + "s  %7s  %s%n";
    out.printf(Locale.ROOT, row, "KEY", "VERSION", "SAYS");
    policies.forEach(
        (key, policy) ->
            out.printf(
                Locale.ROOT,
                row,
                Printable.of(key.toString()),
                policy.version(),
                Printable.of(PolicyText.of(policy.policy()))));
  }
}

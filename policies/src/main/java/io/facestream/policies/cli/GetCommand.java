package io.facestream.policies.cli;

import io.facestream.client.policies.StoredPolicy;
import io.facestream.policies.PolicyChanges;
import io.facestream.policies.PolicyException;
import io.facestream.wire.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream policy get}. */
@Command(
    name = "get",
    description = "Prints a policy of the topic as JSON.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was printed",
      "1:the topic says nothing of it, or no broker answers",
      "2:wrong arguments"
    })
final class GetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "default, watchlist/NAME, camera/ID or person/ID.")
  private String key;

  @Mixin private PolicyTopicChoice topic;

  @Override
  public Integer call() {
    Arguments.take(spec, () -> PolicyChanges.key(key));
    StoredPolicy found = topic.topic().read().byKey().get(PolicyChanges.key(key));
    if (found == null) {
      throw new PolicyException(
          "The topic says nothing of '" + key + "'; what is less specific holds");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(Json.printable(found.policy()));
    out.flush();
    return 0;
  }
}

package io.facestream.policies.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream policy unset}. */
@Command(
    name = "unset",
    description = "Takes policies back, or fields of them: what is less specific holds again.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it is taken back",
      "1:nothing has changed: nothing was said there, no broker",
      "2:wrong arguments"
    })
final class UnsetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "KEY[.FIELD]", description = "What to take back.")
  private List<String> places;

  @Mixin private PolicyTopicChoice topic;

  @Override
  public Integer call() {
    Changes.write(
        topic.topic(),
        changes -> Arguments.take(spec, () -> places.forEach(changes::unset)),
        spec.commandLine().getOut());
    return 0;
  }
}

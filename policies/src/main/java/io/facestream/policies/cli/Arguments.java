package io.facestream.policies.cli;

import io.facestream.policies.PolicyArgumentException;
import io.facestream.policies.PolicyChanges;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells what is wrong with changes as somebody has written them: a fault of the arguments. */
final class Arguments {
  private Arguments() {}

  /** What assignments say by themselves; refuses those that cannot be before any is written. */
  static PolicyChanges require(CommandSpec spec, List<String> assignments) {
    PolicyChanges onNothing = new PolicyChanges(key -> null);
    take(spec, () -> assignments.forEach(onNothing::set));
    return onNothing;
  }

  /** Does something with arguments, and refuses those that mean nothing. */
  static void take(CommandSpec spec, Runnable action) {
    try {
      action.run();
    } catch (PolicyArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}

package io.facestream.policies.rehearsal;

import io.facestream.client.KafkaConnection;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.policies.PackRules;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rehearsal on the verdicts of a topic. They are read twice: what the job was told by its options
 * shows in the last of them only, and the first are judged by it, too.
 *
 * @param connection the broker
 * @param verdicts the topic
 * @param limit how much is read
 */
public record TopicRehearsal(KafkaConnection connection, String verdicts, RehearsalLimit limit) {

  /**
   * Judges the faces of a time anew.
   *
   * @param from begin of that time
   * @param then all policies that the topic of policies would hold
   * @param margin what the job was told as an option, 0 when nothing
   * @param told see {@link Rehearsal#Rehearsal(DecisionRule, String, Predicate)}
   * @return empty when there is no verdict of that time
   * @throws io.facestream.policies.PolicyException when a share is asked for that nobody has
   *     measured
   * @throws RehearsalLimit.Exceeded when there is more than may be read
   */
  public Optional<RehearsalReport> run(
      Instant from, Map<PolicyKey, Policy> then, double margin, Predicate<List<String>> told) {
    RehearsalLimit.Count count = limit.new Count();
    OptionsSeen options = new OptionsSeen();
    VerdictReader.readSince(
        from,
        connection,
        verdicts,
        (at, verdict) -> {
          count.add();
          options.add(at, verdict);
        });
    if (options.pack() == null) {
      return Optional.empty();
    }
    ModelPack pack = ModelPacks.named(options.pack());
    Rehearsal rehearsal =
        new Rehearsal(
            rule(options.policies(pack, margin), then, pack), pack.embedder().modelId(), told);
    count.again();
    VerdictReader.readSince(
        from,
        connection,
        verdicts,
        (at, verdict) -> {
          count.add();
          rehearsal.add(verdict);
        });
    return Optional.of(rehearsal.report());
  }

  private static DecisionRule rule(
      Policies ofOptions, Map<PolicyKey, Policy> policies, ModelPack pack) {
    Map<PolicyKey, StatedPolicy> stated = new LinkedHashMap<>();
    policies.forEach((key, policy) -> stated.put(key, new StatedPolicy(policy, 0)));
    return PackRules.rule(new Policies(ofOptions.ofOptions(), stated), pack);
  }
}

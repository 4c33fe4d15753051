package io.facestream.explain.policies;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.PolicyReader;
import io.facestream.client.policies.WrittenPolicy;
import io.facestream.decision.Policies;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.SkippedRecords;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Printable;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The policies in force: those of the topic over those of the job's options, as the job takes them.
 *
 * @param inForce what holds
 * @param notHeld what the topic no longer holds of what held then, one line each
 */
public record TopicPolicies(Policies inForce, List<String> notHeld) {
  private static final int KEY_CHARS = 100;

  /**
   * As the topic is now; the options alone where there is no such topic.
   *
   * @param ofOptions what holds where the topic says nothing
   */
  public static TopicPolicies now(
      KafkaConnection connection, String topic, Policies ofOptions, ModelPack pack) {
    return new TopicPolicies(read(connection, topic, ofOptions, pack, written -> true), List.of());
  }

  /**
   * As they were when a verdict was given: by what was written before it, and where the verdict
   * names a version, by that.
   *
   * @param writtenAt when the verdict was written
   */
  public static TopicPolicies then(
      KafkaConnection connection,
      String topic,
      Policies ofOptions,
      ModelPack pack,
      Verdict verdict,
      Instant writtenAt) {
    Policies before =
        read(
            connection, topic, ofOptions, pack, written -> !written.writtenAt().isAfter(writtenAt));
    Map<PolicyKey, Long> missing = new HashMap<>();
    Policies inForce = PoliciesOfVerdict.stated(verdict, before, missing);
    List<String> notHeld = new ArrayList<>();
    missing.forEach(
        (key, version) ->
            notHeld.add(
                String.format(
                    Locale.ROOT,
                    "The policies topic no longer holds version %d of '%s'; of it only the"
                        + " threshold is known, by the verdict",
                    version,
                    Printable.of(key.toString(), KEY_CHARS))));
    return new TopicPolicies(inForce, notHeld);
  }

  private static Policies read(
      KafkaConnection connection,
      String topic,
      Policies ofOptions,
      ModelPack pack,
      Predicate<WrittenPolicy> counts) {
    UsablePolicies usable =
        new UsablePolicies(
            pack.name(), pack.embedder().falseMatches() != null, SkippedRecords.NONE);
    Policies[] inForce = {ofOptions};
    PolicyReader.read(
        connection,
        topic,
        written -> {
          if (counts.test(written)) {
            inForce[0] = after(inForce[0], written, usable);
          }
        });
    return inForce[0];
  }

  /** As in the job, what cannot be used changes nothing. */
  private static Policies after(Policies before, WrittenPolicy written, UsablePolicies usable) {
    try {
      return usable.after(
          before,
          usable.change(
              new PolicyRecord(
                  written.partition(), written.offset(), written.key(), written.value())));
    } catch (UnusableRecordException e) {
      return before;
    }
  }
}

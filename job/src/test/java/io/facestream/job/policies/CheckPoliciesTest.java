package io.facestream.job.policies;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.SkippedRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckPoliciesTest {
  @Test
  void shouldPassOnWhatCanBeKeptTo() throws Exception {
    try (var harness = harness(true, "policies:0:2")) {
      harness.processElement(record(policy(0, "default", "{\"falseAlerts\": \"0.1%\"}")));
      harness.processElement(record(policy(1, "default", null)));
      harness.processElement(record(policy(2, "default", "{\"margin\": 2}")));
      assertThat(harness.extractOutputValues())
          .extracting(PolicyChange::key, PolicyChange::offset)
          .containsExactly(tuple("default", 0L), tuple("default", 1L));
      assertThat(letters(harness)).extracting(DeadLetter::offset).containsExactly(2L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "default ~ margin: 1 ~ The policy is not JSON",
        "default ~ {\"silence\": 3} ~ There is no field 'silence' in a policy",
        "camera/lobby ~ {\"cameras\": [\"gate\"]} ~ cameras is of watchlists alone, and this is",
        "watchlist/vip ~ {\"cameras\": []} ~ cameras names no camera; unset the field to have all",
        "lobby ~ {} ~ The key 'lobby' is none of a policy",
        "default ~ {\"falseAlerts\": 0.01} ~ falseAlerts: nobody has measured how often the pack"
      })
  void shouldSendWhatCannotBeKeptToToTheDeadLetters(String key, String value, String reason)
      throws Exception {
    try (var harness = harness(false)) {
      harness.processElement(record(policy(7, key, value)));
      assertThat(harness.extractOutputValues()).isEmpty();
      DeadLetter letter = letters(harness).get(0);
      assertThat(letter.reason()).startsWith(reason);
      assertThat(letter.topic()).isEqualTo("policies");
      assertThat(letter.offset()).isEqualTo(7);
      assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(value);
    }
  }

  private static OneInputStreamOperatorTestHarness<PolicyRecord, PolicyChange> harness(
      boolean measured, String... skips) throws Exception {
    UsablePolicies usable =
        new UsablePolicies("test", measured, new SkippedRecords(List.of(skips)));
    return ProcessFunctionTestHarnesses.forProcessFunction(new CheckPolicies("policies", usable));
  }

  private static StreamRecord<PolicyRecord> record(PolicyRecord policy) {
    return new StreamRecord<>(policy);
  }

  private static List<DeadLetter> letters(
      OneInputStreamOperatorTestHarness<PolicyRecord, PolicyChange> harness) {
    return harness.getSideOutput(DeadLetters.OF_POLICIES).stream()
        .map(StreamRecord::getValue)
        .toList();
  }
}

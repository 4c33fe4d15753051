package io.facestream.job.policies;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.RecordFailure;
import io.facestream.wire.UnusableRecordException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Passes on the policies that can be kept to; the others go to the dead letters. */
public final class CheckPolicies extends ProcessFunction<PolicyRecord, PolicyChange> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final UsablePolicies usable;

  private transient Counter taken;
  private transient Counter refused;

  /**
   * @param topic the name of the topic of policies, for dead letters
   */
  public CheckPolicies(String topic, UsablePolicies usable) {
    this.topic = topic;
    this.usable = usable;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup group = getRuntimeContext().getMetricGroup();
    taken = JobMetric.POLICIES_TAKEN.counter(group);
    refused = JobMetric.POLICIES_REFUSED.counter(group);
  }

  @Override
  public void processElement(PolicyRecord record, Context context, Collector<PolicyChange> out)
      throws Exception {
    RecordFailure.naming(
        "Check policies",
        () -> RecordFailure.policy(record.partition(), record.offset(), record.key()),
        () -> check(record, context, out));
  }

  private void check(PolicyRecord record, Context context, Collector<PolicyChange> out) {
    PolicyChange change;
    try {
      change = usable.change(record);
    } catch (UnusableRecordException e) {
      refused.inc();
      context.output(DeadLetters.OF_POLICIES, deadLetter(record, e));
      return;
    }
    taken.inc();
    out.collect(change);
  }

  private DeadLetter deadLetter(PolicyRecord record, UnusableRecordException e) {
    return new DeadLetter(
        topic,
        record.partition(),
        record.offset(),
        record.key(),
        record.value(),
        e.getMessage(),
        e.getCause() == null ? null : e.getCause().getClass().getName());
  }
}

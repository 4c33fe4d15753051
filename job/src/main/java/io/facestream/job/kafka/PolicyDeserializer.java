package io.facestream.job.kafka;

import io.facestream.job.policies.PolicyRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads policies as they are; they are checked in the job, where dead letters can go. */
final class PolicyDeserializer implements KafkaRecordDeserializationSchema<PolicyRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PolicyRecord> out) {
    out.collect(recordOf(record));
  }

  static PolicyRecord recordOf(ConsumerRecord<byte[], byte[]> record) {
    return new PolicyRecord(record.partition(), record.offset(), record.key(), record.value());
  }

  @Override
  public TypeInformation<PolicyRecord> getProducedType() {
    return TypeInformation.of(PolicyRecord.class);
  }
}

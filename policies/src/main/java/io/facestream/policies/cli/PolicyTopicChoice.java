package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.options.BrokerOptions;
import io.facestream.options.PoliciesTopicOption;
import picocli.CommandLine.Mixin;

/** Where the policies lie: options of every command. */
final class PolicyTopicChoice {
  @Mixin private BrokerOptions broker;
  @Mixin private PoliciesTopicOption topic;

  KafkaConnection connection() {
    return KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
  }

  PolicyTopic topic() {
    return new PolicyTopic(connection(), topic.topic());
  }
}

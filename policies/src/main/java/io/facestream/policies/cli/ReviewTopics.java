package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.reviews.ReviewTopic;
import io.facestream.options.BrokerOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.options.ReviewsTopicOption;
import io.facestream.options.VerdictsTopicOption;
import io.facestream.policies.review.NamedFace;
import io.facestream.policies.review.ReviewedId;
import picocli.CommandLine.Mixin;

/** Where alerts are found, and where reviews go. */
final class ReviewTopics {
  @Mixin private BrokerOptions broker;
  @Mixin private VerdictsTopicOption verdicts;
  @Mixin private ReviewsTopicOption reviews;
  @Mixin private ReplicationOption replication;

  NamedFace find(ReviewedId id) {
    return NamedFace.find(id, connection(), verdicts.topic());
  }

  /** The topic of reviews, which is there from now on. */
  ReviewTopic reviews() {
    ReviewTopic topic = new ReviewTopic(connection(), reviews.topic());
    topic.createIfMissing(replication.replication());
    return topic;
  }

  PolicyTopic policies(String name) {
    return new PolicyTopic(connection(), name);
  }

  short replication() {
    return replication.replication();
  }

  private KafkaConnection connection() {
    return KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
  }
}

package io.facestream.job;

import io.facestream.client.topics.AccessCheck;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.job.kafka.BrokerLimits;
import io.facestream.job.kafka.GalleryClock;
import io.facestream.job.options.JobOptions;
import io.facestream.job.options.TopicOptions;

/** What is done before the job is submitted. */
public final class JobPreparation {
  private JobPreparation() {}

  /**
   * Creates missing topics, and finds out what the broker would refuse later; before the job is
   * submitted, since a job that lacks a right restarts for ever.
   *
   * @throws io.facestream.client.BrokerRefusedException naming the rights that are missing
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   */
  public static void prepare(JobOptions options) {
    TopicOptions topics = options.topics();
    BrokerLimits.check(options.delivery(), topics.connection());
    TopicAdmin.createMissing(topics.connection(), topics.replication(), topics.all().all());
    AccessCheck access = AccessCheck.of(topics.connection());
    if (options.delivery().exactlyOnce()) {
      access.transacts(options.delivery().transactionPrefix() + "-verdicts");
    }
    access
        .reads(topics.frames())
        .reads(topics.gallery())
        .reads(topics.policies())
        .writes(topics.verdicts())
        .writes(topics.alerts())
        .writes(topics.sightings())
        .writes(topics.analyses())
        .writes(topics.framesDlq())
        .writes(topics.galleryDlq())
        .writes(topics.policiesDlq())
        .commits(topics.groupId())
        .require();
    GalleryClock.warnOfClientsClocks(topics.connection(), topics.gallery());
  }
}

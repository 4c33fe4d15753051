package io.facestream.job.kafka;

import io.facestream.job.options.TopicOptions.FramesFrom;
import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job without state begins to read frames, and where it goes on when the offset it knows is
 * gone.
 *
 * <p>The connector's own initializers answer both at once, so that a job that begins at the latest
 * frame also leaps to the latest one when retention has deleted the frame it would go on with, over
 * all those still there. And its "latest" is a word, not an offset, until a first frame comes: a
 * partition that was silent up to a savepoint would begin at its end again.
 */
final class FramesStart implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  private final FramesFrom from;

  FramesStart(FramesFrom from) {
    this.from = from;
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever offsets) {
    return switch (from) {
      case LATEST -> offsets.endOffsets(partitions);
      case EARLIEST -> offsets.beginningOffsets(partitions);
    };
  }

  /** Of the frames that are still there, none is passed over. */
  @Override
  @SuppressWarnings("deprecation") // the connector's interface still asks for it
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.EARLIEST;
  }
}

package io.facestream.job.kafka;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gate.ForwardingReader;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * Shows {@link LostFrames} where each partition begins to be read, and every frame that is read.
 * The source's own splits carry the positions through savepoints, also of partitions that no frame
 * has come from yet.
 */
final class LostFramesReader extends ForwardingReader<RawFrame, KafkaPartitionSplit> {
  private final LostFrames lost;
  private ReaderOutput<RawFrame> output;
  private ReaderOutput<RawFrame> watched;

  LostFramesReader(SourceReader<RawFrame, KafkaPartitionSplit> reader, LostFrames lost) {
    super(reader);
    this.lost = lost;
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    for (KafkaPartitionSplit split : splits) {
      // Below 0 are words such as "earliest", which no frame can be lost before.
      if (split.getStartingOffset() >= 0) {
        lost.beginAt(split.getPartition(), split.getStartingOffset());
      }
    }
    super.addSplits(splits);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawFrame> to) throws Exception {
    if (to != output) {
      output = to;
      watched = new WatchedReaderOutput(to);
    }
    return super.pollNext(watched);
  }

  private class WatchedOutput implements SourceOutput<RawFrame> {
    private final SourceOutput<RawFrame> to;

    WatchedOutput(SourceOutput<RawFrame> to) {
      this.to = to;
    }

    @Override
    public void collect(RawFrame frame) {
      lost.see(frame.partition(), frame.offset());
      to.collect(frame);
    }

    @Override
    public void collect(RawFrame frame, long timestamp) {
      lost.see(frame.partition(), frame.offset());
      to.collect(frame, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      to.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      to.markIdle();
    }

    @Override
    public void markActive() {
      to.markActive();
    }
  }

  private final class WatchedReaderOutput extends WatchedOutput implements ReaderOutput<RawFrame> {
    private final ReaderOutput<RawFrame> to;

    WatchedReaderOutput(ReaderOutput<RawFrame> to) {
      super(to);
      this.to = to;
    }

    @Override
    public SourceOutput<RawFrame> createOutputForSplit(String splitId) {
      return new WatchedOutput(to.createOutputForSplit(splitId));
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
      to.releaseOutputForSplit(splitId);
    }
  }
}

package io.facestream.job.gallery;

import io.facestream.job.keys.GalleryBuckets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Tells every slice when it has read all that the gallery held at the job's start.
 *
 * <p>It sits behind the gallery source, sees each partition in order, and once a partition has
 * caught up (all that it held at the start has passed) sends one marker to each key group, through
 * the same channels as the changes, so that a marker can never overtake a change. Done anew at each
 * start: after a restore the state's position tells which partitions have nothing left to read.
 *
 * <p>Each subtask looks up the end at its own moment. A partition that was added after the first of
 * them did so is no part of the start: markers of that subtask say so by their number of
 * partitions.
 */
public final class AwaitGallery extends AbstractStreamOperator<GalleryChange>
    implements OneInputStreamOperator<GalleryChange, GalleryChange> {
  private static final long serialVersionUID = 1L;

  private final GalleryEnd end;
  private final GalleryBuckets buckets;

  private transient ListState<Tuple2<Integer, Long>> positionsInState;
  private transient Map<Integer, Long> positions;
  private transient Map<Integer, Long> lastOffsets;
  private transient Set<Integer> awaited;
  private transient Set<Integer> addedSince;
  private transient boolean announcedThoseRead;

  public AwaitGallery(GalleryEnd end, GalleryBuckets buckets) {
    this.end = end;
    this.buckets = buckets;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    // Union: which subtask reads a partition changes with every restore.
    positionsInState =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("positions", Types.TUPLE(Types.INT, Types.LONG)));
    positions = new HashMap<>();
    for (Tuple2<Integer, Long> position : positionsInState.get()) {
      positions.merge(position.f0, position.f1, Math::max);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    lastOffsets = end.lastOffsets();
    awaited = new HashSet<>();
    addedSince = new HashSet<>();
    lastOffsets.forEach(
        (partition, last) -> {
          if (!isRead(partition, last)) {
            awaited.add(partition);
          }
        });
    // Not from open(): the next operators may not be ready to receive yet.
    long now = getProcessingTimeService().getCurrentProcessingTime();
    getProcessingTimeService().registerTimer(now, time -> announceThoseRead());
  }

  private boolean isRead(int partition, long lastOffset) {
    return positions.getOrDefault(partition, -1L) >= lastOffset;
  }

  /**
   * Partitions with nothing left to read: no record will come to announce them. Every subtask does
   * so, because each has looked up the end at its own moment; slices count a partition once.
   */
  private void announceThoseRead() {
    if (announcedThoseRead) {
      return;
    }
    announcedThoseRead = true;
    for (int partition : lastOffsets.keySet()) {
      if (!awaited.contains(partition)) {
        announce(partition);
      }
    }
  }

  @Override
  public void processElement(StreamRecord<GalleryChange> element) {
    GalleryChange change = element.getValue();
    if (change.kind() != GalleryChange.Kind.REFUSED) {
      output.collect(element);
    }
    int partition = change.partition();
    positions.put(partition, change.offset());
    if (!lastOffsets.containsKey(partition) && addedSince.add(partition)) {
      // Another subtask may have seen it already and wait for it, but does not read it.
      announce(partition);
    }
    if (awaited.contains(partition) && change.offset() >= lastOffsets.get(partition)) {
      // Announce first: announceThoseRead() must not take it for one of its own.
      announce(partition);
      announceThoseRead();
      awaited.remove(partition);
    }
  }

  private void announce(int partition) {
    for (int group = 0; group < buckets.groups(); group++) {
      output.collect(
          new StreamRecord<>(
              GalleryChange.caughtUp(
                  buckets.keyOfGroup(group),
                  partition,
                  lastOffsets.getOrDefault(partition, -1L),
                  lastOffsets.size())));
    }
  }

  @Override
  public void finish() throws Exception {
    announceThoseRead();
    super.finish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    positionsInState.clear();
    for (Map.Entry<Integer, Long> position : positions.entrySet()) {
      positionsInState.add(Tuple2.of(position.getKey(), position.getValue()));
    }
  }
}

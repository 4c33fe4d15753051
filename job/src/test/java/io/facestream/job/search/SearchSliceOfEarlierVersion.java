package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.Template;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Leaves the state of the version before bounds and copies: embeddings and identities only. */
final class SearchSliceOfEarlierVersion extends AbstractStreamOperator<PartialAnswer>
    implements TwoInputStreamOperator<GalleryChange, ProbeFrame, PartialAnswer> {
  private static final long serialVersionUID = 1L;

  private transient MapState<String, float[]> embeddings;
  private transient MapState<String, Template> identities;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    embeddings =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "embeddings", Types.STRING, TypeInformation.of(float[].class)));
    identities =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "identities", Types.STRING, TypeInformation.of(Template.class)));
  }

  @Override
  public void processElement1(StreamRecord<GalleryChange> element) throws Exception {
    GalleryChange change = element.getValue();
    embeddings.put(change.templateId(), change.embedding());
    identities.put(change.templateId(), change.template());
  }

  @Override
  public void processElement2(StreamRecord<ProbeFrame> element) {}
}

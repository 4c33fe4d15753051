package io.facestream.job.gate;

import java.io.Serializable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.SourceTransformation;

/**
 * A source that reads nothing until every slice has caught up with the gallery, at every start
 * anew. Its state is that of the source within, so savepoints of either fit the other.
 */
public final class GatedSource<T, S extends SourceSplit, E>
    implements Source<T, S, E>, ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;

  /** Under this name the slices' coordinator finds the source's. */
  static final String LISTENER = "facestream.gate";

  private final Source<T, S, E> source;
  private final Around<T, S> around;
  private final TypeInformation<T> type;

  private GatedSource(Source<T, S, E> source, Around<T, S> around, TypeInformation<T> type) {
    this.source = source;
    this.around = around;
    this.type = type;
  }

  /** Puts something around each reader of the source. */
  @FunctionalInterface
  public interface Around<T, S extends SourceSplit> extends Serializable {
    /** The reader to be held back instead of this one. */
    SourceReader<T, S> reader(SourceReader<T, S> reader, MetricGroup metrics);
  }

  /**
   * Adds a source behind the gate. A job has one: the gate has one name.
   *
   * @param source the source to hold back
   * @param around what is put around its readers
   * @param type what it reads
   */
  public static <T, S extends SourceSplit, E> DataStreamSource<T> add(
      StreamExecutionEnvironment env,
      Source<T, S, E> source,
      Around<T, S> around,
      TypeInformation<T> type,
      WatermarkStrategy<T> watermarks,
      String name) {
    DataStreamSource<T> stream =
        env.fromSource(new GatedSource<>(source, around, type), watermarks, name);
    // The way by which Flink's own dynamic filters reach a source.
    ((SourceTransformation<?, ?, ?>) stream.getTransformation())
        .setCoordinatorListeningID(LISTENER);
    return stream;
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
    MetricGroup metrics = context.metricGroup();
    return new GatedReader<>(around.reader(source.createReader(context), metrics), metrics);
  }

  @Override
  public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return new GatedEnumerator<>(source.createEnumerator(context), context);
  }

  @Override
  public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E state)
      throws Exception {
    return new GatedEnumerator<>(source.restoreEnumerator(context, state), context);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }
}

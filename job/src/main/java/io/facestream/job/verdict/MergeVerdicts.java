package io.facestream.job.verdict;

import io.facestream.job.records.RecordFailure;
import io.facestream.job.search.PartialAnswer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Waits for the answers of all slices to a frame, keyed by frame.
 *
 * <p>Partials are kept by slice number, so a repeat replaces itself. An answer from another number
 * of slices means that the job was rescaled while the frame was under way; all present slices
 * answer it anew then, and what the former ones had said is dropped.
 */
public final class MergeVerdicts extends KeyedProcessFunction<String, PartialAnswer, MergedFrame> {
  private static final long serialVersionUID = 1L;

  private transient MapState<Integer, PartialAnswer> answersBySlice;

  @Override
  public void open(OpenContext context) {
    answersBySlice =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "answers-by-slice", Types.INT, TypeInformation.of(PartialAnswer.class)));
  }

  @Override
  public void processElement(PartialAnswer answer, Context context, Collector<MergedFrame> out)
      throws Exception {
    RecordFailure.naming(
        "Merge verdicts", () -> RecordFailure.frame(answer.frameId()), () -> merge(answer, out));
  }

  private void merge(PartialAnswer answer, Collector<MergedFrame> out) throws Exception {
    if (answer.slices() == 1) {
      answersBySlice.clear();
      out.collect(Merger.merge(List.of(answer)));
      return;
    }
    List<PartialAnswer> answers = new ArrayList<>(answer.slices());
    for (PartialAnswer earlier : answersBySlice.values()) {
      if (earlier.slices() == answer.slices() && earlier.slice() != answer.slice()) {
        answers.add(earlier);
      } else if (earlier.slices() != answer.slices()) {
        answers.clear();
        answersBySlice.clear();
        break;
      }
    }
    answers.add(answer);
    if (answers.size() == answer.slices()) {
      answersBySlice.clear();
      out.collect(Merger.merge(answers));
    } else {
      answersBySlice.put(answer.slice(), answer);
    }
  }
}

package io.facestream.job.verdict;

import io.facestream.decision.Decision;
import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Tells of judged faces, with their embeddings, those who remember them; nothing where nobody does.
 */
final class RememberedFaces implements JudgedFaces {
  private final JudgeSettings settings;
  private final Standings standings;
  private final Output<?> output;

  /** Those of the frame that is being judged. */
  private final List<FollowedFace> followed = new ArrayList<>();

  /**
   * @param settings who remembers faces
   */
  RememberedFaces(JudgeSettings settings, Standings standings, Output<?> output) {
    this.settings = settings;
    this.standings = standings;
    this.output = output;
  }

  @Override
  public void judged(
      ProbeFrame frame, int face, List<TemplateHit> found, Basis basis, Decision decision) {
    if (frame.frame().answersRequest()) {
      return;
    }
    if (settings.unmatchedWanted() && !decision.isMatch()) {
      UnmatchedFace unmatched = UnmatchedFace.of(frame, face, found, basis.templates());
      output.collect(JudgeFrames.UNMATCHED, new StreamRecord<>(unmatched, unmatched.time()));
    }
    Probe probe = frame.probes().get(face);
    if (settings.followedWanted() && probe.place().track() != null) {
      followed.add(
          new FollowedFace(
              probe.place().track(),
              basis.beginsWith(probe),
              probe.place().box(),
              probe.place().quality(),
              probe.embedding(),
              standings.of(basis, decision)));
    }
  }

  /** A frame has been judged, also one without a face: it is its camera's time. */
  void endOf(Verdict verdict) {
    if (settings.followedWanted() && !verdict.answersRequest()) {
      FollowedFrame frame =
          new FollowedFrame(
              verdict.verdictId(),
              verdict.cameraId(),
              verdict.frame(),
              verdict.models(),
              List.copyOf(followed));
      followed.clear();
      output.collect(JudgeFrames.FOLLOWED, new StreamRecord<>(frame, frame.time()));
    }
  }
}

package io.facestream.console.api;

import io.facestream.console.asks.AskListener;
import io.facestream.console.asks.Asked;
import io.facestream.console.http.EventStream;
import io.facestream.console.http.ProblemException;
import io.facestream.wire.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** The events of {@code POST /api/v1/analyze}. */
final class PictureEvents {
  private final EventStream events;
  private boolean facesTold;

  PictureEvents(EventStream events) {
    this.events = events;
  }

  record Faces(List<FaceView> faces, double milliseconds) {}

  void send(String event, Object data) {
    try {
      events.send(event, null, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void problem(ProblemException problem) {
    try {
      events.problem(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends each thing as it becomes known. */
  AskListener telling(Function<Asked, List<FaceView>> views) {
    return new AskListener() {
      @Override
      public void analysed(Analysis analysis) {
        if (analysis.analyser().equals(Analysis.FACES)) {
          tellFaces(FaceView.found(analysis.faces()), analysis.milliseconds());
        } else {
          send("analysis", AnalysisView.of(analysis));
        }
      }

      @Override
      public void answered(Asked asked) {
        List<FaceView> faces = views.apply(asked);
        tellFaces(faces.stream().map(FaceView::withoutMatch).toList(), asked.milliseconds());
        send("matches", new Faces(faces, asked.milliseconds()));
      }
    };
  }

  private void tellFaces(List<FaceView> faces, double milliseconds) {
    if (!facesTold) {
      facesTold = true;
      send("faces", new Faces(faces, milliseconds));
    }
  }
}

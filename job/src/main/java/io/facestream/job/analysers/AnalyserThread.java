package io.facestream.job.analysers;

import io.facestream.job.analysers.WaitingFaces.Waiting;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.VisionException;
import io.facestream.wire.Analysis;
import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one analyser aside from the task, which never waits for it. Whatever the analyser does wrong
 * is an answer that says so; loading is tried again now and then.
 */
final class AnalyserThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnalyserThread.class);
  private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();

  /** A native call cannot be interrupted; what takes longer ends by itself. */
  private static final long CLOSE_MILLIS = 2_000;

  private static final int LONGEST_REASON = 300;

  /** Takes what was said of a face. */
  interface Sink {
    void said(long number, Analysis analysis);
  }

  private final AnalyserModel model;
  private final AnalyserOpener opener;
  private final WaitingFaces faces;
  private final Sink sink;
  private final Thread thread;

  private FaceAnalyser analyser;
  private String notLoaded;
  private long triedAt;

  AnalyserThread(AnalyserModel model, AnalyserOpener opener, WaitingFaces faces, Sink sink) {
    this.model = model;
    this.opener = opener;
    this.faces = faces;
    this.sink = sink;
    thread = new Thread(this::run, "analyser " + model.name());
    thread.setDaemon(true);
    thread.setContextClassLoader(getClass().getClassLoader());
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      for (Waiting next = faces.take(); next != null; next = faces.take()) {
        sink.said(next.number(), analyse(next.face()));
      }
    } catch (InterruptedException | RejectedExecutionException e) {
      LOG.debug("The analyser {} ends with its task", model.name());
    } finally {
      if (analyser != null) {
        analyser.close();
      }
    }
  }

  private Analysis analyse(FaceToAnalyse face) {
    String failure = load();
    if (failure != null) {
      return face.failed(model.name(), failure);
    }
    try {
      return AnalysisRecords.of(face, analyser.analyse(face.crops()));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The analyser {} failed on a face of {}", model.name(), face.frameId(), e);
      return face.failed(model.name(), "The analyser failed: " + reason(e));
    }
  }

  /** Null when it is loaded. */
  private String load() {
    if (analyser != null) {
      return null;
    }
    if (notLoaded == null || System.nanoTime() - triedAt > RETRY_NANOS) {
      try {
        analyser = opener.open(model);
        notLoaded = null;
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The analyser {} cannot be loaded", model.name(), e);
        notLoaded = "The analyser cannot be loaded: " + reason(e);
      }
      triedAt = System.nanoTime();
    }
    return notLoaded;
  }

  private static String reason(Throwable e) {
    String reason = e instanceof VisionException ? e.getMessage() : e.toString();
    return Printable.of(reason.lines().findFirst().orElse(""), LONGEST_REASON);
  }

  @Override
  public void close() {
    faces.close();
    thread.interrupt();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.facestream.job.analysers;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The faces that wait for an analyser: those of one-shot pictures first, since somebody waits for
 * the answer, then those of cameras in their order. One thread puts them in, another takes them.
 */
final class WaitingFaces {
  /**
   * A face in its place.
   *
   * @param number by which it is told apart
   */
  record Waiting(long number, FaceToAnalyse face) {}

  private final Deque<Waiting> ofRequests = new ArrayDeque<>();
  private final Deque<Waiting> ofCameras = new ArrayDeque<>();
  private boolean closed;

  synchronized void put(Waiting waiting) {
    (waiting.face().frame().answersRequest() ? ofRequests : ofCameras).addLast(waiting);
    notifyAll();
  }

  /** Takes the last face of a camera out; null when none waits. */
  synchronized Waiting giveUpOneOfACamera() {
    return ofCameras.pollLast();
  }

  /** The next, which is waited for; null once closed. */
  synchronized Waiting take() throws InterruptedException {
    while (!closed && ofRequests.isEmpty() && ofCameras.isEmpty()) {
      wait();
    }
    if (closed) {
      return null;
    }
    return ofRequests.isEmpty() ? ofCameras.pollFirst() : ofRequests.pollFirst();
  }

  /** Nobody gets any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}

package io.facestream.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The pictures of one camera between its reader and Kafka: bounded, one writer, one taker. */
final class FrameBuffer {
  private final int capacity;
  private final Deque<CapturedFrame> frames = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean ended;

  FrameBuffer(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a picture; when full, drops the oldest. Returns how many were dropped, 0 or 1. */
  int addDroppingOldest(CapturedFrame frame) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      int dropped = 0;
      if (frames.size() == capacity) {
        frames.removeFirst();
        dropped = 1;
      }
      add(frame);
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /** Adds a picture; when full, waits for room. */
  void addWaiting(CapturedFrame frame) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (frames.size() == capacity) {
        changed.await();
      }
      add(frame);
    } finally {
      lock.unlock();
    }
  }

  /** The oldest picture; waits for one. Null when the reader has ended and all are taken. */
  CapturedFrame take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (frames.isEmpty() && !ended) {
        changed.await();
      }
      CapturedFrame frame = frames.pollFirst();
      changed.signalAll();
      return frame;
    } finally {
      lock.unlock();
    }
  }

  /** The reader adds no more. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(CapturedFrame frame) {
    frames.addLast(frame);
    changed.signalAll();
  }
}

package io.facestream.ingest.sending;

import io.facestream.client.frames.FrameToWrite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The pictures of one camera between its reader and Kafka: bounded, one writer, one taker. */
final class FrameBuffer {
  private final int capacity;
  private final Deque<FrameToWrite> frames = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean ended;
  private boolean abandoned;

  FrameBuffer(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a picture; when full, drops the oldest. Returns how many were dropped, 0 or 1. */
  int addDroppingOldest(FrameToWrite frame) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      int dropped = 0;
      if (frames.size() == capacity) {
        frames.removeFirst();
        dropped = 1;
      }
      return dropped + add(frame);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a picture; when full, waits for room. Returns how many were dropped, 0 or 1. */
  int addWaiting(FrameToWrite frame) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (frames.size() == capacity) {
        changed.await();
      }
      return add(frame);
    } finally {
      lock.unlock();
    }
  }

  /** The oldest picture; waits for one. Null when the reader has ended and all are taken. */
  FrameToWrite take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (frames.isEmpty() && !ended) {
        changed.await();
      }
      FrameToWrite frame = frames.pollFirst();
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

  /**
   * Nobody takes pictures any more.
   *
   * @return how many were left, and are dropped
   */
  int abandon() {
    lock.lock();
    try {
      int left = frames.size();
      frames.clear();
      abandoned = true;
      ended = true;
      changed.signalAll();
      return left;
    } finally {
      lock.unlock();
    }
  }

  private int add(FrameToWrite frame) {
    if (abandoned) {
      return 1;
    }
    frames.addLast(frame);
    changed.signalAll();
    return 0;
  }
}

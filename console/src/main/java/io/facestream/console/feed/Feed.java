package io.facestream.console.feed;

import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.cameras.Camera;
import io.facestream.console.events.Stored;
import io.facestream.wire.Sighting;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Hands on what happens to whoever listens at that moment. Of a listener that is too slow a bounded
 * number waits; then he is cut off.
 */
public final class Feed {
  private static final int MOST_WAITING = 256;
  private static final int MOST_CAMERAS = 10_000;
  private static final long CAMERA_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> cameras = new HashMap<>();
  private volatile boolean closed;

  /** Somebody was seen. */
  public void sighting(Stored<Sighting> sighting) {
    publish(sighting);
  }

  /** An alert was raised. */
  public void alert(StoredAlert alert) {
    publish(alert);
  }

  /** A camera has sent; handed on once a second. */
  public void camera(Camera camera) {
    long now = System.nanoTime();
    synchronized (cameras) {
      Long last = cameras.get(camera.id());
      if (last != null && now - last < CAMERA_NANOS) {
        return;
      }
      if (cameras.size() >= MOST_CAMERAS) {
        cameras.clear();
      }
      cameras.put(camera.id(), now);
    }
    publish(camera);
  }

  private void publish(Object item) {
    listeners.forEach(listener -> listener.offer(item));
  }

  /** Listens from now on. */
  public Listener listen() {
    Listener listener = new Listener();
    listeners.add(listener);
    return listener;
  }

  /** Ends all listeners. */
  public void close() {
    closed = true;
  }

  /** One that listens. */
  public final class Listener implements AutoCloseable {
    private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean cutOff;

    private Listener() {}

    private void offer(Object item) {
      if (!waiting.offer(item)) {
        cutOff = true;
      }
    }

    /** Whether he was too slow, and has missed something. */
    public boolean isCutOff() {
      return cutOff;
    }

    /** Whether the feed has ended. */
    public boolean isClosed() {
      return closed;
    }

    /** The next: a {@code Stored<Sighting>}, {@link StoredAlert} or {@link Camera}; or null. */
    public Object next(long patienceMillis) throws InterruptedException {
      return waiting.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      listeners.remove(this);
    }
  }
}

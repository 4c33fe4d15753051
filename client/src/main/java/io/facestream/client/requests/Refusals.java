package io.facestream.client.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.client.frames.FramePlace;
import io.facestream.wire.DeadLetterHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Brings pictures and their dead letters together, by the place of the frame, which is all of it
 * that a dead letter names. Either may come first: the job may be quicker than the broker's word
 * that the frame is stored.
 */
final class Refusals {
  private static final int REMEMBERED = 10_000;

  private final Map<FramePlace, CompletableFuture<RequestAnswer>> written = remembering();
  private final Map<FramePlace, String> refused = remembering();

  synchronized void written(FramePlace place, CompletableFuture<RequestAnswer> answer) {
    String reason = refused.remove(place);
    if (reason != null) {
      answer.complete(new RequestAnswer(null, reason));
      return;
    }
    written.put(place, answer);
    answer.whenComplete((got, failure) -> forget(place));
  }

  private synchronized void forget(FramePlace place) {
    written.remove(place);
  }

  void take(ConsumerRecord<byte[], byte[]> letter) {
    String partition = text(letter, DeadLetterHeaders.SOURCE_PARTITION);
    String offset = text(letter, DeadLetterHeaders.SOURCE_OFFSET);
    String reason = text(letter, DeadLetterHeaders.REASON);
    if (partition == null || offset == null || reason == null) {
      return;
    }
    CompletableFuture<RequestAnswer> answer;
    FramePlace place = new FramePlace(Integer.parseInt(partition), Long.parseLong(offset));
    synchronized (this) {
      answer = written.get(place);
      if (answer == null) {
        refused.put(place, reason);
      }
    }
    if (answer != null) {
      answer.complete(new RequestAnswer(null, reason));
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static <V> Map<FramePlace, V> remembering() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<FramePlace, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}

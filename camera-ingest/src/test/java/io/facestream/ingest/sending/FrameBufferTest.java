package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.frames.FrameToWrite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrameBufferTest {
  private final FrameBuffer buffer = new FrameBuffer(3);

  @Test
  void shouldDropTheOldestOfALiveCamera() throws InterruptedException {
    int dropped = 0;
    for (int i = 0; i < 5; i++) {
      dropped += buffer.addDroppingOldest(frame(i));
    }
    buffer.end();
    assertThat(dropped).isEqualTo(2);
    assertThat(takeAll()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void shouldHoldBackAFileAndLoseNothing() throws InterruptedException {
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 100; i++) {
                  buffer.addWaiting(frame(i));
                }
                buffer.end();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    writer.start();
    while (writer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(takeAll()).hasSize(100).isSorted();
    writer.join();
  }

  private List<Long> takeAll() throws InterruptedException {
    List<Long> sequences = new ArrayList<>();
    for (FrameToWrite frame; (frame = buffer.take()) != null; ) {
      sequences.add(frame.sequence());
    }
    return sequences;
  }

  private static FrameToWrite frame(long sequence) {
    return FrameToWrite.of("lobby", sequence, 0, new byte[1], "image/jpeg");
  }
}

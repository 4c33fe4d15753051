package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.frames.FrameWriter;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.ingest.IngestOptions;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.camera.IngestException;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.ingest.testing.Videos;
import io.facestream.wire.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class CameraRunnerITCase {
  @TempDir Path folder;

  @Test
  void shouldFailACameraWhoseThreadDiesOfAnError() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Files.write(folder.resolve("1.jpg"), Videos.encode(1, "jpg"));
    Camera camera = Camera.of("lobby", folder.toString());
    IngestOptions options = topic.options();
    TopicSpec frames = options.framesTopic();
    TopicAdmin.createMissing(options.connection(), options.replication(), List.of(frames));
    try (FrameWriter writer = FrameWriter.open(options.connection(), frames.name(), "test");
        CameraRunner runner = new CameraRunner(camera, CameraRunnerITCase::outOfMemory)) {
      runner.open();
      runner.start(writer, 0);
      assertThatThrownBy(runner::awaitEnd)
          .isInstanceOf(IngestException.class)
          .hasMessage("camera 'lobby': java.lang.OutOfMemoryError: no heap for this");
      assertThat(runner.counters().published()).isEqualTo(1);
      assertThat(runner.state()).isEqualTo("failed");
    }
  }

  /** A source that dies after its first picture. */
  private static FrameSource outOfMemory(String url, SourceOptions options, SourceListener listener)
      throws IOException {
    FrameSource source = FrameSources.open(url, options, listener);
    return new FrameSource() {
      @Override
      public SourceFrame next() throws IOException, InterruptedException {
        SourceFrame frame = source.next();
        if (frame == null) {
          throw new OutOfMemoryError("no heap for this");
        }
        return frame;
      }

      @Override
      public boolean live() {
        return false;
      }

      @Override
      public void close() {
        source.close();
      }
    };
  }
}

package io.facestream.ingest.source;

import java.io.IOException;

/**
 * A stream of pictures: camera, file, folder or drawn scene.
 *
 * <p>Read by one thread; {@link #close()} may come from another and ends a blocked {@link #next()}
 * soon. A source never paces itself: it hands out pictures as fast as it has them, and the caller
 * follows {@link SourceFrame#mediaTime()} if it wants the source's own speed.
 *
 * <pre>{@code
 * try (FrameSource source = FrameSources.open("lobby.mp4")) {
 *   for (SourceFrame frame; (frame = source.next()) != null; ) {
 *     publish(frame.picture());
 *   }
 * }
 * }</pre>
 */
public interface FrameSource extends AutoCloseable {

  /**
   * The next picture in decoding order, or null at the end; blocks for live sources.
   *
   * @throws IOException when the source is lost or stalls; the message is one line
   * @throws InterruptedException when the reading thread is interrupted
   */
  SourceFrame next() throws IOException, InterruptedException;

  /** Whether pictures are taken now: such a source cannot be held back, and is never at its end. */
  boolean live();

  @Override
  void close();
}

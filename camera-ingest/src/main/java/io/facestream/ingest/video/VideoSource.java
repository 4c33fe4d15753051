package io.facestream.ingest.video;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.RateLimit;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import java.io.IOException;
import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Video through FFmpeg, each picture as JPEG.
 *
 * <p>FFmpeg is called directly and not through JavaCV's grabber: only so can a stalled connection
 * be ended in any protocol, the colours be converted by the stream's own matrix and range, and the
 * picture go to the JPEG encoder without a detour through RGB.
 */
public final class VideoSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(VideoSource.class);

  private final String label;
  private final boolean live;
  private final Interrupt interrupt;
  private final Demuxer demuxer;
  private final VideoDecoder decoder;
  private final WholePictures pictures;
  private final FrameConverter converter;
  private final JpegEncoder encoder;
  private final MediaClock clock;
  private final RateLimit rateLimit;
  private final Duration readTimeout;
  private final AVFrame frame = avutil.av_frame_alloc();
  private boolean jumpSaid;
  private long damagedBefore;
  private volatile String lastDamage = "";
  private boolean freed;

  /** Connects; throws with one line when that fails. */
  public VideoSource(VideoAddress address, SourceOptions options) throws IOException {
    Ffmpeg.load();
    this.label = address.label();
    this.readTimeout = options.readTimeout();
    this.interrupt = new Interrupt(address.live() ? readTimeout : Duration.ZERO);
    Demuxer opened = null;
    try {
      opened =
          Demuxer.open(address.address(), address.deviceFormat(), address.options(), interrupt);
      this.live = address.live() && !opened.hasEnd();
      this.decoder = new VideoDecoder(opened, interrupt, live ? 1 : 0);
    } catch (IOException e) {
      if (opened != null) {
        opened.close();
      }
      interrupt.close();
      throw explained(e);
    }
    this.demuxer = opened;
    this.pictures = new WholePictures(decoder, opened.stream().time_base());
    this.converter =
        new FrameConverter(options.maxWidth(), (opened.rotation() + options.rotate()) % 360);
    this.encoder = new JpegEncoder(options.jpegQuality());
    this.clock = new MediaClock(opened.stream().time_base(), opened.frameRate());
    this.rateLimit = new RateLimit(options.rate());
  }

  @Override
  public synchronized SourceFrame next() throws IOException, InterruptedException {
    if (freed) {
      throw new IOException(label + " was closed");
    }
    try {
      while (pictures.next(frame)) {
        Duration mediaTime = clock.timeOf(frame.best_effort_timestamp());
        sayJump();
        Duration time = live ? Duration.ofNanos(System.nanoTime()) : mediaTime;
        hearDamage();
        if (rateLimit.allows(time)) {
          byte[] picture = encoder.encode(converter.convert(frame));
          return new SourceFrame(picture, "image/jpeg", live ? null : mediaTime);
        }
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw explained(e);
    }
    return atEnd();
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public void close() {
    interrupt.trip();
    free();
  }

  /** Waits for a reader inside FFmpeg, which the interrupt sends home. */
  private synchronized void free() {
    if (freed) {
      return;
    }
    freed = true;
    if (decoder.unreadablePackets() > 0) {
      LOG.warn(
          "{}: {} packets were damaged and passed over{}",
          label,
          decoder.unreadablePackets(),
          lastDamage);
    }
    avutil.av_frame_free(frame);
    encoder.close();
    converter.close();
    pictures.close();
    decoder.close();
    demuxer.close();
    interrupt.close();
  }

  /** Once: a file that jumps mostly does so again and again. */
  private void sayJump() {
    if (!live && clock.jumps() == 1 && !jumpSaid) {
      jumpSaid = true;
      LOG.warn(
          "{}: its time stamps jump by {} s at picture {}; the gap is closed, as all such are",
          label,
          clock.lastJump().toSeconds(),
          clock.ticks() - 1);
    }
  }

  /** FFmpeg complains of much that it mends; its words count where a packet was lost. */
  private void hearDamage() {
    String words = wordsOfFfmpeg();
    if (decoder.unreadablePackets() > damagedBefore) {
      damagedBefore = decoder.unreadablePackets();
      lastDamage = words.isEmpty() ? lastDamage : words;
    }
  }

  private static String wordsOfFfmpeg() {
    String words = LastWords.take();
    return words.isEmpty() ? "" : " (FFmpeg: " + words + ")";
  }

  private SourceFrame atEnd() throws IOException {
    hearDamage();
    if (live) {
      throw new IOException(label + " ended the stream");
    }
    if (clock.ticks() == 0) {
      throw new IOException(
          label
              + " holds no picture that can be decoded. Is the file complete? Play it to see."
              + lastDamage);
    }
    return null;
  }

  private IOException explained(IOException e) {
    String words = wordsOfFfmpeg();
    if (interrupt.tripped()) {
      return new IOException(label + " was closed", e);
    }
    if (interrupt.expired()) {
      return new IOException(label + " sent nothing for " + readTimeout.toMillis() + " ms", e);
    }
    return new IOException(label + " " + e.getMessage() + words, e);
  }
}

package io.facestream.photos.stills;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Lets FFmpeg read a file that is in memory already, and nothing else. */
final class MemoryInput implements AutoCloseable {
  private static final int BUFFER = 1 << 15;

  private final byte[] file;
  private final Read_packet_Pointer_BytePointer_int reader =
      new Read_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
          return read(buffer, size);
        }
      };
  private final Seek_Pointer_long_int seeker =
      new Seek_Pointer_long_int() {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
          return seek(offset, whence);
        }
      };
  private final AVIOContext context;
  private int position;

  MemoryInput(byte[] file) {
    this.file = file;
    BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER));
    this.context = avformat.avio_alloc_context(buffer, BUFFER, 0, null, reader, null, seeker);
  }

  AVIOContext context() {
    return context;
  }

  private int read(BytePointer buffer, int size) {
    int length = Math.min(size, file.length - position);
    if (length <= 0) {
      return avutil.AVERROR_EOF();
    }
    buffer.capacity(size).put(file, position, length);
    position += length;
    return length;
  }

  private long seek(long offset, int whence) {
    if ((whence & avformat.AVSEEK_SIZE) != 0) {
      return file.length;
    }
    // 0, 1, 2: from the start, from here, from the end.
    long target = offset + (whence == 1 ? position : whence == 2 ? file.length : 0);
    if (target < 0 || target > file.length) {
      return -1;
    }
    position = (int) target;
    return target;
  }

  @Override
  public void close() {
    avutil.av_free(context.buffer());
    avformat.avio_context_free(context);
    reader.close();
    seeker.close();
  }
}

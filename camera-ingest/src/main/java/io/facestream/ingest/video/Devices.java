package io.facestream.ingest.video;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;

/** The webcams of this machine, as FFmpeg names them. */
final class Devices {

  /** A device's address and the FFmpeg format that reads it. */
  record Device(String address, String format) {}

  private Devices() {}

  /** The webcam with a number (0 is the first) or, where it has one, a device path or name. */
  static Device webcam(String name) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean number = name.chars().allMatch(Character::isDigit);
    if (system.contains("mac")) {
      return new Device(name, "avfoundation");
    }
    if (system.contains("win")) {
      return new Device("video=" + name, "dshow");
    }
    return new Device(number ? "/dev/video" + name : name, "v4l2");
  }

  static AVInputFormat format(String name) throws IOException {
    // Only here: the device library drags in PulseAudio, which a server may not have.
    try {
      avdevice.avdevice_register_all();
    } catch (LinkageError e) {
      throw new IOException(
          "needs FFmpeg's device library, which cannot be loaded; mostly PulseAudio's library is missing (Debian: apt install libpulse0)",
          e);
    }
    AVInputFormat format = avformat.av_find_input_format(name);
    if (format == null || format.isNull()) {
      throw new IOException("this FFmpeg cannot read " + name + " devices");
    }
    return format;
  }
}

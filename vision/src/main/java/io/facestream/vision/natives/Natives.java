package io.facestream.vision.natives;

import org.bytedeco.opencv.global.opencv_core;

/**
 * Settings of the native libraries that hold for the whole process, made before their first use.
 */
public final class Natives {
  static {
    // JavaCPP would refuse allocations once the process exceeds twice the Java heap, which a
    // process with RocksDB and models does by design, and it reads /proc at every allocation to
    // find out.
    setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    // DJL asks the cloud's metadata service for an instance id and reports it, unless told not to.
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    // Parallelism comes from many pictures at once; a pool within each would only contend.
    opencv_core.setNumThreads(1);
  }

  private Natives() {}

  /** Call before the first use of OpenCV or DJL; cheap, and safe to repeat. */
  public static void prepare() {
    // the static block has run
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

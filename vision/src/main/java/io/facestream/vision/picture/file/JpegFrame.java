package io.facestream.vision.picture.file;

import java.util.Arrays;

/** The frame header of a JPEG, and how much of each component has been met in its scans. */
final class JpegFrame {
  private static final int MAX_SAMPLING = 4;
  private static final int COEFFICIENTS = 64;

  /**
   * One colour component.
   *
   * @param columns blocks of 8×8 samples in a row of it
   * @param rows rows of such blocks
   * @param missingBits of each coefficient the bits that no scan has brought yet; −1 for all
   * @param nonZero of each block which coefficients are known not to be zero; null unless
   *     progressive
   */
  record Component(
      int id, int across, int down, int columns, int rows, int[] missingBits, long[] nonZero) {

    boolean complete() {
      return Arrays.stream(missingBits).allMatch(bits -> bits == 0);
    }
  }

  private final PictureSize size;
  private final boolean progressive;
  private final Component[] components;
  private int maxAcross = 1;
  private int maxDown = 1;

  /** Reads the segment whose length lies at the offset. */
  JpegFrame(Bytes bytes, int offset, boolean progressive) throws UnreadablePictureException {
    this.size = JpegStructure.sizeAt(bytes, offset);
    this.progressive = progressive;
    this.components = new Component[bytes.at(offset + 7)];
    if (components.length < 1
        || components.length > MAX_SAMPLING
        || bytes.bigEndian16(offset) != 8 + 3 * components.length) {
      throw bytes.damaged("its frame header is not one");
    }
    for (int i = 0; i < components.length; i++) {
      int sampling = bytes.at(offset + 9 + 3 * i);
      maxAcross = Math.max(maxAcross, sampling >> 4);
      maxDown = Math.max(maxDown, sampling & 15);
    }
    for (int i = 0; i < components.length; i++) {
      components[i] = component(bytes, offset + 8 + 3 * i);
    }
  }

  private Component component(Bytes bytes, int offset) throws UnreadablePictureException {
    int across = bytes.at(offset + 1) >> 4;
    int down = bytes.at(offset + 1) & 15;
    if (across < 1 || across > MAX_SAMPLING || down < 1 || down > MAX_SAMPLING) {
      throw bytes.damaged("its frame header is not one");
    }
    int columns = blocks(size.width(), across, maxAcross);
    int rows = blocks(size.height(), down, maxDown);
    int[] missing = new int[COEFFICIENTS];
    Arrays.fill(missing, -1);
    return new Component(
        bytes.at(offset),
        across,
        down,
        columns,
        rows,
        missing,
        progressive ? new long[columns * rows] : null);
  }

  private static int blocks(int pixels, int sampling, int maxSampling) {
    int samples = (pixels * sampling + maxSampling - 1) / maxSampling;
    return (samples + 7) / 8;
  }

  boolean progressive() {
    return progressive;
  }

  /** The component of this id; null for none. */
  Component component(int id) {
    return Arrays.stream(components).filter(c -> c.id == id).findFirst().orElse(null);
  }

  /** Number of smallest units in a scan of several components. */
  int interleavedUnits() {
    int across = (size.width() + 8 * maxAcross - 1) / (8 * maxAcross);
    int down = (size.height() + 8 * maxDown - 1) / (8 * maxDown);
    return across * down;
  }

  /** Whether every bit of every coefficient has been met. */
  boolean complete() {
    return Arrays.stream(components).allMatch(Component::complete);
  }
}

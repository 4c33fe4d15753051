package io.facestream.vision.picture.file;

import io.facestream.vision.picture.file.JpegFrame.Component;

/**
 * What a scan codes of a picture (ITU-T T.81, section B.2.3).
 *
 * @param components the colour components, one or interleaved
 * @param dcSlots of each component, where its table for DC coefficients lies
 * @param acSlots of each component, where its table for AC coefficients lies
 * @param first the first coefficient of the band, 0…63
 * @param last the last coefficient of the band, 0…63
 * @param high how many bits of each were sent before; 0 for the first scan of the band
 * @param low how many bits of each are left for later scans
 * @param end where the entropy-coded data begin
 */
record JpegScanHeader(
    Component[] components,
    int[] dcSlots,
    int[] acSlots,
    int first,
    int last,
    int high,
    int low,
    int end) {
  static final int COEFFICIENTS = 64;

  /** Reads the header whose length lies at the offset. */
  static JpegScanHeader read(Bytes bytes, int offset, JpegFrame frame)
      throws UnreadablePictureException {
    int count = bytes.at(offset + 2);
    if (count < 1 || count > 4 || bytes.bigEndian16(offset) != 6 + 2 * count) {
      throw none(bytes);
    }
    Component[] components = new Component[count];
    int[] dcSlots = new int[count];
    int[] acSlots = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = frame.component(bytes.at(offset + 3 + 2 * i));
      dcSlots[i] = bytes.at(offset + 4 + 2 * i) >> 4;
      acSlots[i] = bytes.at(offset + 4 + 2 * i) & 15;
      if (components[i] == null) {
        throw bytes.damaged("a scan is of no component of the picture");
      }
    }
    int tail = offset + 3 + 2 * count;
    boolean progressive = frame.progressive();
    int first = progressive ? bytes.at(tail) : 0;
    int last = progressive ? bytes.at(tail + 1) : COEFFICIENTS - 1;
    int high = progressive ? bytes.at(tail + 2) >> 4 : 0;
    int low = progressive ? bytes.at(tail + 2) & 15 : 0;
    boolean dcOrAc = first == 0 ? last == 0 || !progressive : count == 1;
    if (first > last || last >= COEFFICIENTS || !dcOrAc) {
      throw none(bytes);
    }
    return new JpegScanHeader(components, dcSlots, acSlots, first, last, high, low, tail + 3);
  }

  private static UnreadablePictureException none(Bytes bytes) {
    return bytes.damaged("a scan header is not one");
  }
}

package io.facestream.vision.picture;

import io.facestream.vision.UnreadablePictureException;

/**
 * Walks the markers of a JPEG file (ITU-T T.81, annex B). OpenCV fills what is missing of a
 * truncated JPEG with grey and says nothing, so completeness must be known before.
 */
final class JpegStructure {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;

  private JpegStructure() {}

  static PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
    int offset = nextMarker(bytes, 2);
    while (bytes.at(offset) != EOI && bytes.at(offset) != SOS) {
      if (isFrameHeader(bytes.at(offset))) {
        int height = bytes.bigEndian16(offset + 4);
        int width = bytes.bigEndian16(offset + 6);
        if (width == 0 || height == 0) {
          throw bytes.damaged("its header gives a size of " + width + "×" + height);
        }
        return new PictureSize(width, height);
      }
      offset = nextMarker(bytes, endOfSegment(bytes, offset));
    }
    throw bytes.damaged("it starts like a JPEG but has no frame header");
  }

  static void requireComplete(Bytes bytes) throws UnreadablePictureException {
    int offset = nextMarker(bytes, 2);
    boolean scanned = false;
    while (bytes.at(offset) != EOI) {
      scanned |= bytes.at(offset) == SOS;
      // Entropy-coded data hide no marker: nextMarker() skips stuffed bytes and restart marks.
      offset = nextMarker(bytes, endOfSegment(bytes, offset));
    }
    if (!scanned) {
      throw bytes.damaged("it holds no picture data");
    }
  }

  /** Offset of the second byte of the next marker that is neither stuffing, fill nor restart. */
  private static int nextMarker(Bytes bytes, int from) throws UnreadablePictureException {
    int offset = from;
    while (true) {
      while (bytes.at(offset) != 0xFF) {
        offset++;
      }
      while (bytes.at(offset) == 0xFF) {
        offset++;
      }
      int code = bytes.at(offset);
      boolean restart = code >= 0xD0 && code <= 0xD7;
      if (code != 0 && !restart && code != TEM && code != SOI) {
        return offset;
      }
      offset++;
    }
  }

  private static int endOfSegment(Bytes bytes, int marker) throws UnreadablePictureException {
    int length = bytes.bigEndian16(marker + 1);
    if (length < 2) {
      throw bytes.damaged("a segment has the impossible length " + length);
    }
    return marker + 1 + length;
  }

  /** SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie among them. */
  private static boolean isFrameHeader(int code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
  }
}

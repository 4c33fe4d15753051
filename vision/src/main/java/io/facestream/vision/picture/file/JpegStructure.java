package io.facestream.vision.picture.file;

import java.util.Arrays;

/**
 * Walks the markers and scans of a JPEG file (ITU-T T.81, annex B). Decoders fill what is missing
 * with grey or noise and say nothing, so that completeness must be known before; an end mark proves
 * nothing, and many a camera leaves it out or appends notes of its own.
 */
final class JpegStructure {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DHT = 0xC4;
  private static final int DRI = 0xDD;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COM = 0xFE;
  private static final int TEM = 0x01;
  private static final int SOF_PROGRESSIVE = 0xC2;

  private static final int MAX_SCANS = 32;
  private static final int MAX_SEGMENTS = 4096;
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String COLOUR_PROFILE = "ICC_PROFILE\0";
  private static final String ADOBE = "Adobe";
  private static final int JFIF_WITHOUT_PREVIEW = 16;

  private final Bytes bytes;
  private final JpegTables tables;
  private JpegFrame frame;
  private boolean huffmanCoded;
  private int scans;
  private byte[] exif;
  private byte[] xmp;

  private JpegStructure(Bytes bytes) {
    this.bytes = bytes;
    this.tables = new JpegTables(bytes);
  }

  static PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
    int marker = nextMarker(bytes, 2);
    for (int segments = 0; bytes.at(marker) != EOI && bytes.at(marker) != SOS; segments++) {
      if (isFrameHeader(bytes.at(marker))) {
        return sizeAt(bytes, marker + 1);
      }
      if (segments == MAX_SEGMENTS) {
        throw bytes.tooMany(MAX_SEGMENTS, "segments");
      }
      marker = nextMarker(bytes, endOfSegment(bytes, marker));
    }
    throw bytes.damaged("it starts like a JPEG but has no frame header");
  }

  static PictureSize sizeAt(Bytes bytes, int offset) throws UnreadablePictureException {
    int height = bytes.bigEndian16(offset + 3);
    int width = bytes.bigEndian16(offset + 5);
    if (width == 0 || height == 0) {
      throw bytes.damaged("its header gives a size of " + width + "×" + height);
    }
    return new PictureSize(width, height);
  }

  static PictureStructure of(Bytes bytes) throws UnreadablePictureException {
    return new JpegStructure(bytes).walk();
  }

  private PictureStructure walk() throws UnreadablePictureException {
    int marker = nextMarker(bytes, 2);
    for (int segments = 0; bytes.at(marker) != EOI; segments++) {
      if (segments == MAX_SEGMENTS) {
        throw bytes.tooMany(MAX_SEGMENTS, "segments");
      }
      int behind = bytes.at(marker) == SOS ? walkScan(marker) : readSegment(marker);
      if (bytes.at(marker) == SOS && ends(behind)) {
        return endingAt(behind);
      }
      marker = nextMarker(bytes, behind);
    }
    if (scans == 0) {
      throw bytes.damaged("it holds no picture data");
    }
    if (huffmanCoded && !frame.complete()) {
      throw bytes.damaged("scans are missing at its end");
    }
    return endingAt(marker - 1);
  }

  private int readSegment(int marker) throws UnreadablePictureException {
    int code = bytes.at(marker);
    int end = endOfSegment(bytes, marker);
    if (isFrameHeader(code)) {
      if (frame != null) {
        throw bytes.damaged("it has two frame headers");
      }
      huffmanCoded = code <= SOF_PROGRESSIVE;
      frame = new JpegFrame(bytes, marker + 1, code == SOF_PROGRESSIVE);
    } else if (code == DHT) {
      tables.readHuffman(marker + 1);
    } else if (code == DRI) {
      tables.readRestartInterval(marker + 1);
    } else if (code == APP1 && exif == null && bytes.is(marker + 3, EXIF)) {
      exif = bytes.copy(marker + 3, end);
    } else if (code == APP1 && xmp == null && bytes.is(marker + 3, XMP)) {
      xmp = bytes.copy(marker + 3 + XMP.length(), end);
    }
    return end;
  }

  /** Returns where the first byte lies behind the scan's data as far as they are needed. */
  private int walkScan(int marker) throws UnreadablePictureException {
    if (++scans > MAX_SCANS) {
      throw bytes.tooMany(MAX_SCANS, "scans");
    }
    if (frame == null) {
      throw bytes.damaged("its data come before their frame header");
    }
    return huffmanCoded
        ? new JpegScan(bytes, marker + 1, frame, tables).walk()
        : endOfSegment(bytes, marker);
  }

  /** Whether what lies behind a scan is no more of the picture. */
  private boolean ends(int behind) throws UnreadablePictureException {
    if (!huffmanCoded) {
      return false;
    }
    JpegLeftover leftover = JpegLeftover.of(bytes, behind);
    if (!frame.complete()) {
      if (leftover.length() > JpegLeftover.MAX_PADDING && !leftover.isPadding()) {
        throw bytes.damaged("a scan has more data than its size can take");
      }
      return false;
    }
    if (leftover.isPictureData()) {
      throw bytes.damaged("its data do not fit its size");
    }
    boolean moreScans = frame.progressive() && leftover.isFollowedByASegment();
    return !moreScans;
  }

  private PictureStructure endingAt(int end) {
    byte[] encoded = bytes.array();
    boolean hasEndMark =
        encoded.length == end + 2 && encoded[end] == (byte) 0xFF && encoded[end + 1] == (byte) EOI;
    byte[] picture = encoded;
    if (!hasEndMark) {
      picture = Arrays.copyOf(encoded, end + 2);
      picture[end] = (byte) 0xFF;
      picture[end + 1] = (byte) EOI;
    }
    return new PictureStructure(picture, false, exif, xmp);
  }

  /** Takes a part of a file. */
  interface Part {
    void take(int from, int to);
  }

  /**
   * The parts of a file behind its first mark that make up the picture, in order, to its end.
   *
   * @param bytes a file that was walked, with its end mark
   */
  static void pictureParts(Bytes bytes, Part part) throws UnreadablePictureException {
    int marker = nextMarker(bytes, 2);
    while (bytes.at(marker) != EOI) {
      int end = endOfSegment(bytes, marker);
      int next = nextMarker(bytes, end);
      if (bytes.at(marker) == SOS) {
        part.take(marker - 1, next - 1);
      } else if (isOfThePicture(bytes, marker)) {
        part.take(marker - 1, end);
      }
      marker = next;
    }
    part.take(marker - 1, marker + 1);
  }

  /** Of what applications write only what says how colours are to be read. */
  private static boolean isOfThePicture(Bytes bytes, int marker) throws UnreadablePictureException {
    int code = bytes.at(marker);
    return switch (code) {
      case APP0 -> bytes.bigEndian16(marker + 1) == JFIF_WITHOUT_PREVIEW;
      case APP2 -> bytes.is(marker + 3, COLOUR_PROFILE);
      case APP14 -> bytes.is(marker + 3, ADOBE);
      default -> code != COM && (code < APP0 || code > APP15);
    };
  }

  /** Offset of the second byte of the next marker, restart markers included. */
  static int markerFrom(Bytes bytes, int from) throws UnreadablePictureException {
    int offset = from;
    while (true) {
      while (bytes.at(offset) != 0xFF) {
        offset++;
      }
      while (bytes.at(offset) == 0xFF) {
        offset++;
      }
      if (bytes.at(offset) != 0) {
        return offset;
      }
    }
  }

  /** Offset of the second byte of the next marker that is neither stuffing, fill nor restart. */
  private static int nextMarker(Bytes bytes, int from) throws UnreadablePictureException {
    int marker = markerFrom(bytes, from);
    while (isAlone(bytes.at(marker))) {
      marker = markerFrom(bytes, marker + 1);
    }
    return marker;
  }

  private static boolean isAlone(int code) {
    return code >= 0xD0 && code <= 0xD7 || code == TEM || code == SOI;
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

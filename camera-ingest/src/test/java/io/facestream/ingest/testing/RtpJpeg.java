package io.facestream.ingest.testing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** JPEG as RTP payload, one picture to a packet (RFC 2435), for small baseline 4:2:0 pictures. */
final class RtpJpeg {
  private static final int PAYLOAD_TYPE = 26;
  private static final int YCBCR_420 = 1;
  private static final int TABLES_IN_PACKET = 255;
  private static final int TABLE_BYTES = 64;

  private RtpJpeg() {}

  static byte[] packet(byte[] jpeg, int number, int width, int height, int ticks) {
    byte[] scan = new byte[0];
    ByteBuffer tables = ByteBuffer.allocate(2 * TABLE_BYTES);
    for (int at = 2; scan.length == 0; at += 2 + length(jpeg, at)) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xdb) {
        for (int table = at + 4; table < at + 2 + length(jpeg, at); table += 1 + TABLE_BYTES) {
          tables.put(jpeg, table + 1, TABLE_BYTES);
        }
      } else if (marker == 0xda) {
        scan = Arrays.copyOfRange(jpeg, at + 2 + length(jpeg, at), jpeg.length - 2);
      }
    }
    ByteBuffer packet = ByteBuffer.allocate(12 + 8 + 4 + 2 * TABLE_BYTES + scan.length);
    packet.put((byte) 0x80).put((byte) (0x80 | PAYLOAD_TYPE)).putShort((short) number);
    packet.putInt(number * ticks).putInt(0x5eed);
    packet.putInt(0).put((byte) YCBCR_420).put((byte) TABLES_IN_PACKET);
    packet.put((byte) (width / 8)).put((byte) (height / 8));
    packet.putShort((short) 0).putShort((short) (2 * TABLE_BYTES)).put(tables.array()).put(scan);
    return packet.array();
  }

  private static int length(byte[] jpeg, int at) {
    return (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
  }
}

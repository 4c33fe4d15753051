package io.facestream.faults.fuzz;

import com.google.protobuf.CodedOutputStream;
import io.facestream.wire.proto.GalleryEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Bytes of messages that no builder would write. */
final class ProtobufBytes {
  /** A field that no message has. */
  static final int UNKNOWN_FIELD = 1000;

  private static final int EMBEDDING = 7;

  private ProtobufBytes() {}

  static byte[] attribute(byte[] name, byte[] value) {
    return written(
        out -> {
          out.writeByteArray(1, name);
          out.writeByteArray(2, value);
        });
  }

  static byte[] attributeWithMore() {
    return joined(
        attribute(new byte[] {'k'}, new byte[] {'v'}),
        written(out -> out.writeInt64(UNKNOWN_FIELD, 5)));
  }

  static byte[] padded(byte[] good, int size) {
    int rest = size - good.length;
    int content = rest;
    byte[] field;
    do {
      byte[] padding = new byte[content--];
      field = written(out -> out.writeByteArray(UNKNOWN_FIELD, padding));
    } while (field.length > rest);
    return joined(good, field);
  }

  static byte[] repeated(byte[] good, int times) {
    return joined(
        good,
        written(
            out -> {
              for (int i = 0; i < times; i++) {
                out.writeString(2, "name " + i);
              }
            }));
  }

  /** Begin and end of field 1000, which nobody knows. */
  static byte[] groups(int depth) {
    return written(
        out -> {
          for (int i = 0; i < depth; i++) {
            out.writeTag(UNKNOWN_FIELD, 3);
          }
          for (int i = 0; i < depth; i++) {
            out.writeTag(UNKNOWN_FIELD, 4);
          }
        });
  }

  static byte[] unpacked(byte[] good) {
    try {
      GalleryEntry entry = GalleryEntry.parseFrom(good);
      return joined(
          entry.toBuilder().clearEmbedding().build().toByteArray(),
          written(
              out -> {
                for (float number : entry.getEmbeddingList()) {
                  out.writeFloat(EMBEDDING, number);
                }
              }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      writing.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] runOf(int unit, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) unit);
    return bytes;
  }

  static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}

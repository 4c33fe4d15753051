package io.facestream.faults.fuzz;

import com.google.protobuf.Timestamp;
import io.facestream.faults.fuzz.GalleryRules.Text;
import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to change a good gallery entry: at the limits, beyond them, and against Protobuf. */
final class GalleryValues {
  /** The record that once ended all recognition: a name of 1.5 MB of control characters. */
  static final int ISSUE_NAME = 1_500_000;

  private static final int FAR = 100_000;

  /**
   * One way.
   *
   * @param what for people to read
   * @param change makes another value of a good one
   */
  record Twist(String what, UnaryOperator<byte[]> change) {}

  private final SplittableRandom random;
  private final FuzzText text;
  private final List<Twist> twists = new ArrayList<>();

  GalleryValues(SplittableRandom random) {
    this.random = random;
    this.text = new FuzzText(random);
    for (Text field : Text.values()) {
      if (field.field > 0) {
        texts(field);
      }
    }
    counts();
    numbers();
    sizes();
    structures();
  }

  /** All ways. */
  List<Twist> twists() {
    return twists;
  }

  /** A random cut, or a few random changes of bytes. */
  byte[] mutated(byte[] good) {
    byte[] bytes = good.clone();
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        int at = random.nextInt(bytes.length);
        int more = random.nextInt(1, 9);
        byte[] longer = new byte[bytes.length + more];
        random.nextBytes(longer);
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, at, longer, at + more, bytes.length - at);
        bytes = longer;
      }
      case 2 -> {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        bytes = noise;
      }
      default -> {
        for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  private void texts(Text field) {
    String most = field.meaning + " of " + field.most + " bytes";
    add(most, good -> with(good, field, FuzzText.utf8(filled(field, field.most, false))));
    add(
        most + " in many scripts",
        good -> with(good, field, FuzzText.utf8(filled(field, field.most, true))));
    for (int beyond : new int[] {field.most + 1, FAR}) {
      add(
          field.meaning + " of " + beyond + " bytes",
          good -> with(good, field, FuzzText.utf8(text.mixed(beyond))));
    }
    add(
        field.meaning + " of " + ISSUE_NAME + " control characters",
        good -> with(good, field, FuzzText.utf8("\u0007".repeat(ISSUE_NAME))));
    for (String control : FuzzText.CONTROLS) {
      add(
          field.meaning + " with a control character",
          good -> with(good, field, FuzzText.utf8(filled(field, 20, true) + control + "x")));
    }
    add(
        field.meaning + " with a line separator",
        good ->
            with(good, field, FuzzText.utf8(filled(field, 20, true) + FuzzText.LINE_SEPARATOR)));
    for (byte[] notUtf8 : FuzzText.NOT_UTF8) {
      add(field.meaning + " that is not UTF-8", good -> with(good, field, notUtf8));
    }
    add(field.meaning + " that is empty", good -> with(good, field, new byte[0]));
    add(field.meaning + " of blanks", good -> with(good, field, FuzzText.utf8("   ")));
  }

  /** People must be known as such who do not exist, lest they count among those of the scene. */
  private String filled(Text field, int bytes, boolean mixed) {
    String start = field == Text.PERSON_ID ? GalleryFuzz.PERSON : "";
    int rest = bytes - start.length();
    return start + (mixed ? text.mixed(rest) : text.plain(rest));
  }

  private void counts() {
    for (int count : new int[] {32, 33, 5_000}) {
      edit(
          count + " watchlists",
          entry -> {
            entry.clearWatchlists();
            for (int i = 0; i < count; i++) {
              entry.addWatchlists("list " + i);
            }
          });
    }
    for (int count : new int[] {64, 65, 9_000}) {
      edit(
          count + " attributes",
          entry -> {
            entry.clearAttributes();
            for (int i = 0; i < count; i++) {
              entry.putAttributes("attribute " + i, "value");
            }
          });
    }
    edit(
        "every text at its limit",
        entry -> {
          entry.clearWatchlists().clearAttributes();
          entry.setName(text.mixed(512)).setSourceSha256(text.mixed(128));
          for (int i = 0; i < 32; i++) {
            entry.addWatchlists(text.mixed(128));
          }
          for (int i = 0; i < 64; i++) {
            entry.putAttributes(
                String.format(Locale.ROOT, "%03d", i) + text.mixed(125), text.mixed(1024));
          }
        });
  }

  private void numbers() {
    for (float threshold : new float[] {-1, -0f, 0, 1, 1.0001f, -1.0001f, Float.NaN, 1e38f}) {
      edit("threshold " + threshold, entry -> entry.setThreshold(threshold));
    }
    for (float quality :
        new float[] {0, -0f, 1, 1.0001f, -1e-9f, Float.NaN, Float.POSITIVE_INFINITY}) {
      edit("quality " + quality, entry -> entry.setQuality(quality));
    }
    for (float number :
        new float[] {Float.NaN, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE, 2}) {
      edit("an embedding with " + number, entry -> entry.setEmbedding(0, number));
    }
    for (float length : new float[] {0, 0.985f, 1.015f, 1e30f, 1e-30f, 0.991f, 1.009f, -1}) {
      edit("an embedding times " + length, entry -> scale(entry, length));
    }
    for (int count : new int[] {0, 1, 16_384, 16_385, FAR}) {
      edit(
          "an embedding of " + count + " numbers",
          entry -> {
            entry.clearEmbedding();
            for (int i = 0; i < count; i++) {
              entry.addEmbedding(i == 0 ? 1 : 0);
            }
          });
    }
    edit("one number too many", entry -> entry.addEmbedding(0));
    edit("one number too few", GalleryValues::withoutTheLastNumber);
    edit(
        "an odd time",
        entry ->
            entry.setEnrolledAt(
                Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).setNanos(Integer.MIN_VALUE)));
    edit("another model", entry -> entry.setModelId("another-model"));
  }

  private void sizes() {
    for (int size : new int[] {GalleryRules.MAX_VALUE, GalleryRules.MAX_VALUE + 1, 8_000_000}) {
      add(
          "a value of " + size + " bytes, most of them unknown",
          good -> ProtobufBytes.padded(good, size));
    }
  }

  private void structures() {
    add("an empty value", good -> new byte[0]);
    add("the entry twice", good -> ProtobufBytes.joined(good, good));
    add("the name again and again", good -> ProtobufBytes.repeated(good, 10_000));
    for (int depth : new int[] {50, 99, 101, 20_000}) {
      add(
          depth + " unknown groups in one another",
          good -> ProtobufBytes.joined(good, ProtobufBytes.groups(depth)));
    }
    add("numbers that are not packed", ProtobufBytes::unpacked);
    add(
        "a field of another type",
        good -> ProtobufBytes.joined(good, ProtobufBytes.written(out -> out.writeInt64(1, -1L))));
    add(
        "an empty attribute",
        good ->
            ProtobufBytes.joined(
                good, ProtobufBytes.written(out -> out.writeByteArray(5, new byte[0]))));
    add(
        "an attribute with an unknown field",
        good ->
            ProtobufBytes.joined(
                good,
                ProtobufBytes.written(
                    out -> out.writeByteArray(5, ProtobufBytes.attributeWithMore()))));
    add(
        "the same attribute a thousand times",
        good ->
            ProtobufBytes.joined(
                good,
                ProtobufBytes.written(
                    out -> {
                      for (int i = 0; i < 1000; i++) {
                        out.writeByteArray(
                            5, ProtobufBytes.attribute(new byte[] {'k'}, new byte[] {'v'}));
                      }
                    })));
    add("half a number", good -> ProtobufBytes.joined(good, new byte[] {0x3a, 0x02, 0x00, 0x00}));
    add("field number 0", good -> ProtobufBytes.joined(good, new byte[] {0x00, 0x01}));
    add("a type that does not exist", good -> ProtobufBytes.joined(good, new byte[] {0x0f, 0x01}));
    add("the end of no group", good -> ProtobufBytes.joined(good, new byte[] {0x0c}));
    add("a group without an end", good -> ProtobufBytes.joined(good, new byte[] {0x0b}));
    add("a length beyond the end", good -> ProtobufBytes.joined(good, new byte[] {0x12, 0x7f}));
    add(
        "a negative length",
        good -> ProtobufBytes.joined(good, new byte[] {0x12, -1, -1, -1, -1, 0x0f}));
    add(
        "a number without an end",
        good -> ProtobufBytes.joined(good, ProtobufBytes.runOf(0xff, 11)));
    add("text that is no message", good -> FuzzText.utf8("{\"person_id\": \"eve\"}"));
  }

  private void add(String what, UnaryOperator<byte[]> change) {
    twists.add(new Twist(what, change));
  }

  private void edit(String what, Consumer<GalleryEntry.Builder> change) {
    add(
        what,
        good -> {
          try {
            GalleryEntry.Builder entry = GalleryEntry.parseFrom(good).toBuilder();
            change.accept(entry);
            return entry.build().toByteArray();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Put behind the entry: of a single field the last one counts. */
  private static byte[] with(byte[] good, Text field, byte[] bytes) {
    byte[] value =
        switch (field) {
          case ATTRIBUTE_NAME -> ProtobufBytes.attribute(bytes, new byte[] {'v'});
          case ATTRIBUTE_VALUE -> ProtobufBytes.attribute(new byte[] {'k'}, bytes);
          default -> bytes;
        };
    return ProtobufBytes.joined(
        good, ProtobufBytes.written(out -> out.writeByteArray(field.field, value)));
  }

  private static void scale(GalleryEntry.Builder entry, float factor) {
    double squares = 0;
    for (float number : entry.getEmbeddingList()) {
      squares += (double) number * number;
    }
    for (int i = 0; i < entry.getEmbeddingCount(); i++) {
      entry.setEmbedding(i, (float) (entry.getEmbedding(i) / Math.sqrt(squares) * factor));
    }
  }

  private static void withoutTheLastNumber(GalleryEntry.Builder entry) {
    List<Float> numbers = new ArrayList<>(entry.getEmbeddingList());
    numbers.remove(numbers.size() - 1);
    entry.clearEmbedding().addAllEmbedding(numbers);
  }
}

package io.facestream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.facestream.ingest.source.SourceListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One damage somewhere in a stream: what is whole arrives, and what does not is told. */
class DamagedStreamTest {
  private static final int PICTURES = 26;

  /** Up to this one; what looks like a segment may keep the reader waiting for 64 kB more. */
  private static final int DAMAGED = 6;

  private static final int END_MARK_BYTES = 2;
  private static final int LONGEST_DAMAGE = 1500;

  /** Where in the stream a picture stands. */
  private record Place(int start, int end) {
    boolean isTouchedBy(int from, int to) {
      return from < end && to > start;
    }
  }

  private final List<byte[]> pictures = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "LOST, true",
    "LOST, false",
    "DOUBLED, true",
    "DOUBLED, false",
    "FLIPPED, true",
    "FLIPPED, false"
  })
  @Execution(CONCURRENT)
  void shouldHandOutAllThatIsWholeAndTellWhatIsNot(Damage damage, boolean delimited)
      throws IOException {
    byte[] whole = stream(delimited);
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      int from = random.nextInt(places.get(DAMAGED).end());
      int to = from + 1 + random.nextInt(random.nextBoolean() ? LONGEST_DAMAGE : 8);
      List<String> skipped = new ArrayList<>();
      List<byte[]> read =
          readAll(damage.of(whole, from, to, random), delimited ? "cut" : null, skipped, random);
      verify(read, skipped, from, damage == Damage.DOUBLED ? from : to, "seed " + seed);
    }
  }

  @Test
  void shouldBeginWithTheFirstWholePictureWhenTheStreamIsJoinedInTheMiddle() throws IOException {
    byte[] whole = stream(false);
    byte[] joined = Arrays.copyOfRange(whole, places.get(0).end() / 2, whole.length);
    List<String> skipped = new ArrayList<>();
    List<byte[]> read = readAll(joined, null, skipped, new Random(1));
    assertThat(read).hasSize(PICTURES - 1);
    assertThat(skipped).singleElement().asString().endsWith(" bytes that belong to no picture");
  }

  @Test
  @Execution(CONCURRENT)
  void shouldEndAPictureWithoutEndMarkAtTheDelimiterHoweverTheBytesCome() throws IOException {
    byte[] whole = stream(true);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    int at = 0;
    for (Place place : places) {
      cut.write(whole, at, place.end() - END_MARK_BYTES - at);
      at = place.end();
    }
    cut.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
    for (int seed = 0; seed < 150; seed++) {
      List<String> skipped = new ArrayList<>();
      List<byte[]> read = readAll(cut.toByteArray(), "cut", skipped, new Random(seed));
      // The last is followed by no whole line.
      assertThat(read).hasSize(PICTURES - 1);
      for (int i = 0; i < read.size(); i++) {
        int content = pictures.get(i).length - END_MARK_BYTES;
        assertThat(read.get(i)).startsWith(Arrays.copyOf(pictures.get(i), content));
        assertThat(read.get(i).length).isLessThanOrEqualTo(content + 1);
      }
      assertThat(skipped).isEmpty();
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"ffd8ffe00004000000", "ffd8ffda0002", "00", "41", "a5", "ffd8ffe0fff0"})
  @Execution(CONCURRENT)
  void shouldHoldNoMoreThanTwoPicturesOfWhatNeverEnds(String start) throws IOException {
    long endless = 3L * PictureReader.MAX_PICTURE_BYTES;
    int filling = start.length() == 2 ? Integer.parseInt(start, 16) : 0x33;
    byte[] first = HexFormat.of().parseHex(start);
    InputStream body =
        new InputStream() {
          private long sent;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int at, int count) {
            if (sent > endless) {
              return -1;
            }
            Arrays.fill(into, at, at + count, (byte) filling);
            if (sent == 0) {
              System.arraycopy(first, 0, into, at, first.length);
            }
            sent += count;
            return count;
          }
        };
    PictureReader reader = new PictureReader(body, "cut", SourceListener.NONE);
    int held = 0;
    try {
      while (true) {
        if (reader.next() == null) {
          reader.receive();
        }
        held = Math.max(held, reader.held());
      }
    } catch (EOFException e) {
      assertThat(held).isLessThanOrEqualTo(2 * PictureReader.MAX_PICTURE_BYTES);
    }
  }

  private void verify(List<byte[]> read, List<String> skipped, int from, int to, String which) {
    List<Integer> missing = new ArrayList<>();
    int damagedOnes = 0;
    int next = 0;
    for (byte[] picture : read) {
      int number = numberOf(picture);
      if (number < 0) {
        damagedOnes++;
        continue;
      }
      assertThat(number).as(which).isGreaterThanOrEqualTo(next);
      for (; next < number; next++) {
        missing.add(next);
      }
      next = number + 1;
    }
    for (; next < PICTURES; next++) {
      missing.add(next);
    }
    List<Integer> lost =
        missing.stream().filter(n -> !places.get(n).isTouchedBy(from, to)).toList();
    assertThat(lost).as(which + ": whole and lost").isEmpty();
    if (!missing.isEmpty()) {
      assertThat(damagedOnes + skipped.size()).as(which + ": told").isPositive();
    }
  }

  private int numberOf(byte[] picture) {
    for (int i = 0; i < PICTURES; i++) {
      if (Arrays.equals(pictures.get(i), picture)) {
        return i;
      }
    }
    return -1;
  }

  private byte[] stream(boolean delimited) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int number = 0; number < PICTURES; number++) {
      byte[] picture = noise(number);
      if (delimited) {
        String head =
            "\r\n--cut\r\nContent-Type: image/jpeg\r\nContent-Length: "
                + picture.length
                + "\r\n\r\n";
        stream.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
      }
      pictures.add(picture);
      places.add(new Place(stream.size(), stream.size() + picture.length));
      stream.writeBytes(picture);
    }
    return stream.toByteArray();
  }

  private static byte[] noise(int seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** Reads pieces of any size, as they come from a network. */
  private static List<byte[]> readAll(
      byte[] stream, String boundary, List<String> skipped, Random random) throws IOException {
    InputStream pieces =
        new ByteArrayInputStream(stream) {
          @Override
          public synchronized int read(byte[] into, int at, int count) {
            return super.read(
                into, at, Math.min(count, 1 + random.nextInt(1 + random.nextInt(2000))));
          }
        };
    PictureReader reader = new PictureReader(pieces, boundary, skipped::add);
    List<byte[]> pictures = new ArrayList<>();
    try {
      while (true) {
        PictureReader.Picture picture = reader.next();
        if (picture == null) {
          reader.receive();
        } else {
          pictures.add(picture.bytes());
        }
      }
    } catch (EOFException e) {
      return pictures;
    }
  }

  /** What happens to the bytes of a stream from one place to another. */
  private enum Damage {
    LOST,
    DOUBLED,
    FLIPPED;

    byte[] of(byte[] whole, int from, int to, Random random) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(whole, 0, this == DOUBLED ? to : from);
      if (this == FLIPPED) {
        byte[] flipped = Arrays.copyOfRange(whole, from, to);
        for (int i = 0; i < flipped.length; i++) {
          flipped[i] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        out.writeBytes(flipped);
      }
      int rest = this == DOUBLED ? from : to;
      out.write(whole, rest, whole.length - rest);
      return out.toByteArray();
    }
  }
}

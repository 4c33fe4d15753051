package io.facestream.faults.fuzz;

import io.facestream.faults.fixture.Pictures;
import io.facestream.faults.invariant.Due;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records for the frames topic: all combinations of headers, keys of every sort, pictures that are
 * none. A good one shows the picture of its number, so that its verdict is known.
 */
final class FrameFuzz {
  private static final int LARGEST = 8 << 20;

  /** So often a record of 8 MiB, for each repeat: more than a small heap holds. */
  private static final int LARGE = 5;

  private final SplittableRandom random;
  private final FuzzText text;
  private final OddHeaders odd;
  private final List<FuzzRecord> records = new ArrayList<>();
  private int cameras;

  private FrameFuzz(SplittableRandom random) {
    this.random = random;
    this.text = new FuzzText(random);
    this.odd = new OddHeaders(text);
  }

  /**
   * Makes records.
   *
   * @param everyHeader one in so many combinations of headers
   * @param repeats how often each other way is gone
   */
  static List<FuzzRecord> records(SplittableRandom random, int everyHeader, int repeats)
      throws IOException {
    FrameFuzz fuzz = new FrameFuzz(random);
    fuzz.addHeaders(everyHeader);
    for (int i = 0; i < repeats; i++) {
      fuzz.addKeys();
      fuzz.addPictures();
    }
    fuzz.addLargest(repeats * LARGE);
    Collections.shuffle(fuzz.records, new Random(random.nextLong()));
    return fuzz.records;
  }

  private void addHeaders(int every) throws IOException {
    int number = 0;
    for (OddHeaders.Choice sequence : odd.sequences()) {
      for (OddHeaders.Choice request : odd.requests()) {
        for (OddHeaders.Choice type : odd.types()) {
          for (OddHeaders.Choice other : odd.others()) {
            if (number++ % every == 0) {
              addHeaders(sequence, request, type, other);
            }
          }
        }
      }
    }
  }

  private void addHeaders(
      OddHeaders.Choice sequence,
      OddHeaders.Choice request,
      OddHeaders.Choice type,
      OddHeaders.Choice other)
      throws IOException {
    Headers headers = new RecordHeaders();
    for (OddHeaders.Choice choice : List.of(type, sequence, other, request)) {
      choice.headers().forEach(headers::add);
    }
    boolean taken = sequence.taken() && request.taken();
    byte[] picture = Pictures.bytes((int) (sequence.number() % Pictures.COUNT));
    String reason = taken ? null : !sequence.taken() ? sequence.named() : request.named();
    add("headers", camera(), picture, headers, taken ? Due.TAKEN : Due.REFUSED, reason);
  }

  private void addKeys() throws IOException {
    List<byte[]> bad = new ArrayList<>(Arrays.asList(null, new byte[0], FuzzText.utf8("   ")));
    for (int size : new int[] {257, 100_000}) {
      bad.add(FuzzText.utf8(text.mixed(size)));
    }
    for (byte[] key : bad) {
      String reason = key != null && key.length > 256 ? "256" : "key is the camera id";
      add("a key", key, Pictures.bytes(0), new RecordHeaders(), Due.REFUSED, reason);
    }
    List<byte[]> good = new ArrayList<>();
    FuzzText.NOT_UTF8.forEach(bytes -> good.add(unique(bytes)));
    FuzzText.CONTROLS.forEach(control -> good.add(unique(FuzzText.utf8(control))));
    for (String id :
        List.of("\\x1b", "a@0-7", "../../etc", "{\"id\": 1}", "\u202eabc", "x\u200by", "%s%n")) {
      good.add(unique(FuzzText.utf8(id)));
    }
    good.add(ByteBuffer.allocate(4).putInt(++cameras).array());
    byte[] noise = new byte[256];
    random.nextBytes(noise);
    good.add(noise);
    good.add(FuzzText.utf8(text.mixed(256)));
    for (byte[] key : good) {
      add("a key", key, Pictures.bytes(0), new RecordHeaders(), Due.TAKEN, null);
    }
  }

  private void addPictures() throws IOException {
    byte[] good = Pictures.bytes(random.nextInt(Pictures.COUNT));
    for (byte[] value :
        Arrays.asList(
            null,
            new byte[0],
            new byte[] {(byte) 0xFF},
            Arrays.copyOf(good, 3),
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length / 10),
            noise(good.length),
            FuzzText.utf8("this is no picture\n".repeat(50)),
            startingWith(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}),
            startingWith(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
            startingWith(FuzzText.utf8("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ")),
            startingWith(FuzzText.utf8("GIF89a")),
            joined(FuzzText.utf8("GIF89a<html>"), good),
            measuring(good, 0xFFFF_FFFF),
            measuring(good, 0x4E20_4E20),
            measuring(good, 0))) {
      add("a picture that is none", camera(), value, new RecordHeaders(), Due.REFUSED, null);
    }
    for (int i = 0; i < 10; i++) {
      byte[] changed = good.clone();
      for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      add("a changed picture", camera(), changed, new RecordHeaders(), Due.EITHER, null);
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
      add("a cut picture", camera(), cut, new RecordHeaders(), Due.EITHER, null);
    }
    add("a late picture", camera(), Pictures.bytes(0), 0L);
    add("an early picture", camera(), Pictures.bytes(0), System.currentTimeMillis() + 600_000);
  }

  private void addLargest(int times) throws IOException {
    byte[] empty = Arrays.copyOf(Pictures.bytes(0), LARGEST);
    Arrays.fill(empty, 2_000, LARGEST, (byte) 0);
    byte[] noise = noise(LARGEST);
    byte[] padded = Arrays.copyOf(Pictures.bytes(0), LARGEST);
    add("8 MiB of zeros", camera(), empty, new RecordHeaders(), Due.EITHER, null);
    for (int i = 0; i < times; i++) {
      add("8 MiB of noise", camera(), noise, new RecordHeaders(), Due.REFUSED, null);
    }
    add("8 MiB behind a picture", camera(), padded, new RecordHeaders(), Due.EITHER, null);
    Headers long60 = new RecordHeaders().add("x", new byte[60_000]);
    add("8 MiB and long headers", camera(), noise, long60, Due.REFUSED, null);
  }

  private void add(String what, byte[] key, byte[] value, Headers headers, Due due, String reason) {
    records.add(new FuzzRecord(what, key, value, headers, null, due, reason));
  }

  private void add(String what, byte[] key, byte[] value, long timestamp) {
    records.add(new FuzzRecord(what, key, value, new RecordHeaders(), timestamp, Due.TAKEN, null));
  }

  /** Of one frame each, so that a frame without a number is the camera's first. */
  private byte[] camera() {
    return FuzzText.utf8("fuzz-" + ++cameras);
  }

  private byte[] unique(byte[] bytes) {
    return joined(bytes, FuzzText.utf8(" " + ++cameras));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] startingWith(byte[] magic) {
    return joined(magic, noise(random.nextInt(5_000)));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  /** Height and width are two bytes each, five bytes behind the marker of the frame header. */
  private static byte[] measuring(byte[] jpeg, int heightAndWidth) {
    byte[] other = jpeg.clone();
    for (int i = 0; i < jpeg.length - 9; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        ByteBuffer.wrap(other).putInt(i + 5, heightAndWidth);
        return other;
      }
    }
    throw new IllegalArgumentException("No baseline JPEG");
  }
}

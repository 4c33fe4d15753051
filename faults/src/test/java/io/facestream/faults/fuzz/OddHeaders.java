package io.facestream.faults.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What may stand, or not, in each header of a frame. */
final class OddHeaders {
  private static final String TYPE = "content-type";
  private static final String SEQUENCE = "facestream-seq";
  private static final String REQUEST = "facestream-request";

  /**
   * One way.
   *
   * @param taken whether the frame is, as far as this header goes
   * @param number the frame's number, where this is a good one; 0 else
   */
  record Choice(List<Header> headers, boolean taken, long number) {}

  private static final Choice NONE = new Choice(List.of(), true, 0);

  private final FuzzText text;

  OddHeaders(FuzzText text) {
    this.text = text;
  }

  List<Choice> sequences() {
    List<Choice> all = new ArrayList<>(List.of(NONE, taken(SEQUENCE, null)));
    for (String number : List.of("0", "7", "0042", "9".repeat(18))) {
      Header header = header(SEQUENCE, number);
      all.add(new Choice(List.of(header), true, Long.parseLong(number)));
    }
    // Of several headers the last one counts.
    all.add(new Choice(List.of(header(SEQUENCE, "x"), header(SEQUENCE, "5")), true, 5));
    for (String bad :
        List.of("", "-1", "+1", "1e3", " 1", "1\n", "9".repeat(19), "\u0663", "x".repeat(60_000))) {
      all.add(refused(SEQUENCE, FuzzText.utf8(bad)));
    }
    all.add(refused(SEQUENCE, new byte[] {0, 0, 0, 7}));
    return all;
  }

  List<Choice> requests() {
    List<Choice> all = new ArrayList<>(List.of(NONE, taken(REQUEST, null)));
    for (String good : List.of("", "r-17", text.mixed(256), "x\u200dy", "   ")) {
      all.add(taken(REQUEST, FuzzText.utf8(good)));
    }
    for (String bad : List.of(text.mixed(257), "a\u001b[2J", "a\nb", "a\u202eb", "a\u200bb")) {
      all.add(refused(REQUEST, FuzzText.utf8(bad)));
    }
    FuzzText.NOT_UTF8.forEach(bytes -> all.add(refused(REQUEST, bytes)));
    return all;
  }

  List<Choice> types() {
    List<Choice> all = new ArrayList<>(List.of(NONE, taken(TYPE, null)));
    for (String type : List.of("image/jpeg", "text/html", "\u001b[2J", "x".repeat(60_000))) {
      all.add(taken(TYPE, FuzzText.utf8(type)));
    }
    return all;
  }

  List<Choice> others() {
    List<Header> many = new ArrayList<>();
    IntStream.range(0, 500).forEach(i -> many.add(header("header-" + i, "value")));
    return List.of(
        NONE,
        new Choice(List.of(header("ce_id", "1"), header("ce_type", "frame")), true, 0),
        new Choice(List.of(header("", ""), header("\u0000", "\u0000")), true, 0),
        new Choice(many, true, 0));
  }

  private static Choice taken(String name, byte[] value) {
    return new Choice(List.of(new RecordHeader(name, value)), true, 0);
  }

  private static Choice refused(String name, byte[] value) {
    return new Choice(List.of(new RecordHeader(name, value)), false, 0);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, FuzzText.utf8(value));
  }
}

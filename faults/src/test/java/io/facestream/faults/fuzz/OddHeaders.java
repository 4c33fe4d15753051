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
  private static final String SCOPE = "facestream-scope";
  private static final String ANALYSERS = "facestream-analysers";

  /**
   * One way.
   *
   * @param taken whether the frame is, as far as this header goes
   * @param number the frame's number, where this is a good one; 0 else
   * @param named the header that the reason names, where the frame is not taken
   */
  record Choice(List<Header> headers, boolean taken, long number, String named) {}

  private static final Choice NONE = taken(List.of(), 0);

  private final FuzzText text;

  OddHeaders(FuzzText text) {
    this.text = text;
  }

  List<Choice> sequences() {
    List<Choice> all = new ArrayList<>(List.of(NONE, taken(SEQUENCE, null)));
    for (String number : List.of("0", "7", "0042", "9".repeat(18))) {
      Header header = header(SEQUENCE, number);
      all.add(taken(List.of(header), Long.parseLong(number)));
    }
    // Of several headers the last one counts.
    all.add(taken(List.of(header(SEQUENCE, "x"), header(SEQUENCE, "5")), 5));
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
    for (String bad :
        List.of("", "guests", "[1]", "[\"a\"", "{}", "[\"a\\u0000\"]", "[".repeat(9_000))) {
      all.add(refusedOfRequest(SCOPE, bad));
    }
    all.add(refused(SCOPE, FuzzText.utf8("[]")));
    for (String good : List.of("[]", "[\"emotion\"]", " [ \"no-such\" ] ")) {
      all.add(taken(List.of(header(REQUEST, "r"), header(ANALYSERS, good)), 0));
    }
    for (String bad :
        List.of("", "emotion", "[1]", "[\"a\"", "[\"A\"]", "[\"a\",\"a\"]", "[".repeat(4_000))) {
      all.add(refusedOfRequest(ANALYSERS, bad));
    }
    all.add(refused(ANALYSERS, FuzzText.utf8("[]")));
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
        taken(List.of(header("ce_id", "1"), header("ce_type", "frame")), 0),
        taken(List.of(header("", ""), header("\u0000", "\u0000")), 0),
        taken(many, 0));
  }

  private static Choice refusedOfRequest(String name, String value) {
    List<Header> headers = List.of(header(REQUEST, "r"), header(name, value));
    return new Choice(headers, false, 0, name);
  }

  private static Choice taken(List<Header> headers, long number) {
    return new Choice(headers, true, number, null);
  }

  private static Choice taken(String name, byte[] value) {
    return taken(List.of(new RecordHeader(name, value)), 0);
  }

  private static Choice refused(String name, byte[] value) {
    return new Choice(List.of(new RecordHeader(name, value)), false, 0, name);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, FuzzText.utf8(value));
  }
}

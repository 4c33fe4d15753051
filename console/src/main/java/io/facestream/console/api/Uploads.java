package io.facestream.console.api;

import io.facestream.console.asks.Picture;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.ProblemException;
import io.facestream.wire.AnalyserNames;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;

/** Pictures in bodies, and the lists in queries beside them. */
final class Uploads {
  private Uploads() {}

  /** A picture: its bytes say what it is, whatever the header says. */
  static Picture picture(Context context) {
    Bodies.requireType(
        context, "image/jpeg", "image/png", "image/webp", "application/octet-stream");
    return Picture.of(Bodies.bytes(context, Picture.LONGEST));
  }

  /** Names of analysers. */
  static List<String> analysers(Context context) {
    List<String> names = names(context, "analysers");
    if (AnalyserNames.complaint(names) != null) {
      throw ProblemException.invalid("'analysers' are names such as age-gender,emotion");
    }
    return names;
  }

  /** Names with commas between; empty when there are none. */
  static List<String> names(Context context, String parameter) {
    String names = context.queryParam(parameter);
    return names == null
        ? List.of()
        : Stream.of(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}

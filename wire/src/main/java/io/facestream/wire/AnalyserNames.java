package io.facestream.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of analysers, as requests and policies list them. */
public final class AnalyserNames {
  /** Those that come with Facestream; race is an empty slot until somebody supplies a model. */
  public static final List<String> OWN = List.of("age-gender", "emotion", "liveness", "race");

  /** Most names of a list. */
  public static final int MOST = 32;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int SHOWN = 64;

  private AnalyserNames() {}

  /** Why these cannot be names, cause and cure without a full stop, or null when they can. */
  public static String complaint(List<String> names) {
    if (names.size() > MOST) {
      return String.format(
          Locale.ROOT, "names %d analysers, at most %d are taken; name fewer", names.size(), MOST);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      String shown = "'" + Printable.of(name, SHOWN) + "'";
      if (!NAME.matcher(name).matches()) {
        return shown
            + " is no name of an analyser; names have 1 to 40 lower-case letters, digits and -";
      }
      if (!seen.add(name)) {
        return shown + " is there twice; leave one out";
      }
    }
    return null;
  }
}

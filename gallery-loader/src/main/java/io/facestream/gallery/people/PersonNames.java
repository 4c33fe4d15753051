package io.facestream.gallery.people;

import java.text.Normalizer;
import java.util.Locale;

/** Turns the name of a folder or a column into a person id and a name to show. */
public final class PersonNames {
  private PersonNames() {}

  /**
   * The id: lower case, accents dropped, everything but letters and digits of any script becomes
   * one hyphen. {@code "Lin-Manuel_Miranda"} → {@code "lin-manuel-miranda"}.
   *
   * @return empty when the name holds no letter and no digit
   */
  public static String id(String name) {
    // Only the European accents are dropped: in other scripts marks are part of the letter.
    String bare =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{InCombiningDiacriticalMarks}+", "");
    return Normalizer.normalize(bare, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** The name to show: underscores become spaces. */
  public static String display(String name) {
    return name.replace('_', ' ').replaceAll("\\s+", " ").strip();
  }

  /**
   * The name without differences of writing that never tell two people apart: case, and space,
   * underscore or hyphen between words. Names of one id and two plain forms ("José", "Jose") may be
   * two people.
   */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[_\\s-]+", " ")
        .strip();
  }
}

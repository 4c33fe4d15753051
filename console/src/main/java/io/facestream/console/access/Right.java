package io.facestream.console.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a user or key may do. None includes another. */
public enum Right {
  /** Ask who is in a picture. */
  RECOGNISE,
  /** Add people and photos, change and erase them. */
  ENROL,
  /** See people, visits and alerts. */
  READ,
  /** Keys, policies, the audit log. */
  ADMIN;

  /** As records, commands and the API write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The right of that name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that are
   */
  public static Right of(String text) {
    return Stream.of(values())
        .filter(right -> right.text().equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is none of the rights " + names()));
  }

  /** Several, of names with commas between. */
  static Set<Right> setOf(String texts) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Stream.of(texts.split(",")).map(Right::of).forEach(rights::add);
    return rights;
  }

  /** Their names, in the order of this enumeration. */
  public static List<String> textsOf(Collection<Right> rights) {
    return Stream.of(values()).filter(rights::contains).map(Right::text).toList();
  }

  /** The same, with commas between. */
  public static String texts(Collection<Right> rights) {
    return String.join(",", textsOf(rights));
  }

  /** All names. */
  public static List<String> names() {
    return textsOf(List.of(values()));
  }
}

package io.facestream.wire;

/** The words of a {@link Review} that people write, and how long each may be. */
public enum ReviewText {
  /** Who reviewed. */
  BY("reviewer", 128),
  /** Why, in a line. */
  NOTE("note", 1024);

  private final String meaning;
  private final int maxBytes;

  ReviewText(String meaning, int maxBytes) {
    this.meaning = meaning;
    this.maxBytes = maxBytes;
  }

  /** The most bytes it may have in UTF-8. */
  public int maxBytes() {
    return maxBytes;
  }

  /** Why a text cannot be used, with the cure, one printable line; null when it can. */
  public String complaint(String text) {
    if (text.isBlank()) {
      return "the " + meaning + " is blank; write something, or leave it out";
    }
    // Such a name would not be told from the id before it.
    if (this == BY && text.indexOf('#') >= 0) {
      return "the " + meaning + " '" + Printable.of(text, 40) + "' holds a '#'; leave it out";
    }
    return BoundedText.complaint(meaning, maxBytes, false, text);
  }
}

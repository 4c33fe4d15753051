package io.facestream.wire;

/**
 * The words of a gallery record, and how long each may be. What a record says comes back in
 * answers, so it is bounded where it comes in; the bounds are far above what people use, and keep a
 * verdict on a crowd of look-alikes below the megabyte that Kafka takes by default.
 */
public enum GalleryText {
  /** The person's id; also the part of the key before the slash. */
  PERSON_ID("person id", 256, false),
  /** The part of the key after the slash: two names of files, for the folder of an alias. */
  PHOTO("photo", 512, false),
  /** The name shown. It is shown with escapes where it must be, so it may hold anything. */
  NAME("name", 512, true),
  /** One watchlist. */
  WATCHLIST("watchlist", 128, false),
  /** Name of an attribute. */
  ATTRIBUTE_KEY("attribute's name", 128, false),
  /** Value of an attribute; shown as the name is. */
  ATTRIBUTE_VALUE("attribute's value", 1024, true),
  /** The embedder. */
  MODEL_ID("model id", 128, false),
  /** Checksum of the photo. */
  SOURCE_SHA256("source_sha256", 128, false),
  /** Which of its faces. */
  SOURCE_FACE("source_face", 128, false);

  private final String meaning;
  private final int maxBytes;
  private final boolean controlsAllowed;

  GalleryText(String meaning, int maxBytes, boolean controlsAllowed) {
    this.meaning = meaning;
    this.maxBytes = maxBytes;
    this.controlsAllowed = controlsAllowed;
  }

  /** What it is called in messages and in the documentation. */
  public String meaning() {
    return meaning;
  }

  /** The most bytes it may have in UTF-8. */
  public int maxBytes() {
    return maxBytes;
  }

  /** Whether it may hold line breaks, terminal escapes and other control characters. */
  public boolean controlsAllowed() {
    return controlsAllowed;
  }

  /**
   * Why a text cannot be used, with the cure; null when it can. One short printable line, however
   * long the text is.
   */
  public String complaint(String text) {
    return BoundedText.complaint(meaning, maxBytes, controlsAllowed, text);
  }
}

package io.facestream.faults.invariant;

/** What must become of a record. */
public enum Due {
  /** A frame is answered with a verdict; a record of the gallery is taken without a word. */
  TAKEN,

  /** It becomes a dead letter, and nothing else. */
  REFUSED,

  /** One or the other, and not both: who knows whether a picture with a turned bit can be read. */
  EITHER
}

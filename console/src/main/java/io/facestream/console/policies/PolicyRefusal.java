package io.facestream.console.policies;

/** A policy that cannot be, with the reason and what to do about it. */
public final class PolicyRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cure;

  PolicyRefusal(String reason, String cure) {
    super(reason, null, false, false);
    this.cure = cure;
  }

  /**
   * One that says both in a sentence, with a semicolon between, as the records' checks do.
   *
   * @param usual what to do where the sentence does not say it
   */
  static PolicyRefusal of(String sentence, String usual) {
    String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    int end = bare.indexOf("; ");
    if (end < 0) {
      return new PolicyRefusal(bare, usual);
    }
    String cure = bare.substring(end + 2);
    return new PolicyRefusal(
        bare.substring(0, end), Character.toUpperCase(cure.charAt(0)) + cure.substring(1));
  }

  /** What to do about it: a sentence without its full stop. */
  public String cure() {
    return cure;
  }
}

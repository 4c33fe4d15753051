package io.facestream.vision.packs;

import java.io.Serializable;

/**
 * That an administrator has read what the law says about inferring race or ethnic origin, and
 * answers for it. It names the notice that was read, so that another text has to be confirmed anew,
 * and a person or an office, so that an audit can ask somebody.
 *
 * @param confirmed id of the notice that was read, {@link #CURRENT}
 * @param by who answers for it: a name or an office
 * @param basis on which legal basis, in the administrator's words
 */
public record LegalNotice(String confirmed, String by, String basis) implements Serializable {
  /** Id of {@link #TEXT}; another one whenever its meaning changes. */
  public static final String CURRENT = "race-1";

  /** What is to be confirmed; docs/models.md has the same words. */
  public static final String TEXT =
      "Race and ethnic origin are special categories of personal data (GDPR, article 9), and the"
          + " EU's AI Act (article 5) prohibits categorising individual people by their biometric"
          + " data to infer their race. No model that does so was found reliable here. Use one only"
          + " where the law of the place allows it, on a legal basis that you can name.";

  /** Whether it says all it has to, about the notice of today. */
  boolean complete() {
    return CURRENT.equals(confirmed) && filled(by) && filled(basis);
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }
}

package io.facestream.job.unmatched;

import io.facestream.job.search.TemplateHit;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A person whom an unmatched face resembles, though not enough. Neither id nor name is kept: all
 * that matters later is whether it is the same person, and how near.
 *
 * @param person the same for the same person, and only by chance for two
 * @param similarity cosine to the person's best template, −1…1
 */
public record NearPerson(long person, float similarity) {
  static NearPerson of(TemplateHit hit) {
    return new NearPerson(keyOf(hit.template().personId()), (float) hit.similarity());
  }

  /** What stands for a person. */
  public static long keyOf(String personId) {
    return UUID.nameUUIDFromBytes(personId.getBytes(StandardCharsets.UTF_8))
        .getLeastSignificantBits();
  }
}

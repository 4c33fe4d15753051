package io.facestream.policies.rehearsal;

/**
 * Faces that cannot be judged anew, since their verdicts do not say enough.
 *
 * @param reduced whose candidates were left out, because the topic took no larger record
 * @param carried that have the identity of their track, which began before the verdicts read
 * @param unconfirmed that would need further views which agree, of a track that began before the
 *     verdicts read; they are taken to be named or not as they were
 * @param unrecorded of people of whom nothing is kept
 * @param outOfReach of people who would be out of reach: who is behind them is not known
 * @param otherModels of frames that another embedder looked at
 * @param ignored that were ignored where they stood, and are in no verdict
 */
public record NotKnown(
    long reduced,
    long carried,
    long unconfirmed,
    long unrecorded,
    long outOfReach,
    long otherModels,
    long ignored) {

  /** All of them. */
  public long faces() {
    return reduced + carried + unconfirmed + unrecorded + outOfReach + otherModels + ignored;
  }
}

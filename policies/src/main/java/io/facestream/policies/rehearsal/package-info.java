/**
 * What other policies would have made of faces that were judged already. Start at {@link
 * io.facestream.policies.rehearsal.Rehearsal}.
 */
package io.facestream.policies.rehearsal;

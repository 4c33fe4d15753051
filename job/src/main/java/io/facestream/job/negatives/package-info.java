/**
 * Faces of strangers that are known not to be a person: what is kept of them, and whom they veto.
 */
package io.facestream.job.negatives;

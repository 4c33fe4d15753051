/** Reads the answers of the job. */
package io.facestream.client.verdicts;

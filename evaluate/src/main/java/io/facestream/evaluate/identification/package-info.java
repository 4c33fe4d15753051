/** Photos searched in random galleries: who is found at which rank, and which stranger is named. */
package io.facestream.evaluate.identification;

/** A verdict made once more from what the topics still hold. */
package io.facestream.explain.replay;

/** How cameras do, by the verdicts on their newest frames; in memory only. */
package io.facestream.console.cameras;

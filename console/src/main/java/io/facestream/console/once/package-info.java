/** Answers to requests that may come again, for a day. No HTTP types. */
package io.facestream.console.once;

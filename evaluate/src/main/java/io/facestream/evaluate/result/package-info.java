/** What an evaluation found: the records of its JSON. */
package io.facestream.evaluate.result;

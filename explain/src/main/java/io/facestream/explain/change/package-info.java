/** What would have to be otherwise for another answer. */
package io.facestream.explain.change;

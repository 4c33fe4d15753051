/** The gallery of a topic, now or then, in one slice. */
package io.facestream.explain.gallery;

/** The face of a stranger who was taken for somebody, made a negative example of the gallery. */
package io.facestream.explain.example;

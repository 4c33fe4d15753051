/** What is seen in a picture, with the measures of the quality gate. */
package io.facestream.explain.picture;

/** The whole story of one picture. */
package io.facestream.explain.story;

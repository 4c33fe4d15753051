/**
 * A face in numbers: its box and landmarks, how it is cut to the template, and what finds and
 * embeds it.
 */
package io.facestream.vision.face;

/** What OpenCV and DJL must be told before their first use. */
package io.facestream.vision.natives;

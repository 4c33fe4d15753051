/** The frames topic: pictures written, and read again by whoever wants to see what was judged. */
package io.facestream.client.frames;

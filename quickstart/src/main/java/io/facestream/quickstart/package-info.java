/** The demo: everything in one JVM, from a camera's frame to the alert on the screen. */
package io.facestream.quickstart;

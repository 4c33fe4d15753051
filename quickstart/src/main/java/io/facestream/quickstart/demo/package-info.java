/** {@code facestream demo}: everything at once, from a camera to an alert a person can read. */
package io.facestream.quickstart.demo;

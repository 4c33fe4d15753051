/** A JVM of a test's own, and the order of answers; published as the test-jar of this module. */
package io.facestream.wire.testing;

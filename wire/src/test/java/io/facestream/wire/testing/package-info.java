/** A JVM of a test's own; published as the test-jar of this module. */
package io.facestream.wire.testing;

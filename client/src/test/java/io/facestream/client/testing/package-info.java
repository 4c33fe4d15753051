/** A real broker for the tests of every module; published as the test-jar of this one. */
package io.facestream.client.testing;

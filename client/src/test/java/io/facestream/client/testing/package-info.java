/** Topics and secured brokers for the tests of every module; published as the test-jar. */
package io.facestream.client.testing;

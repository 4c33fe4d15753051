/** What the tests of other modules need of the {@code facestream} command. */
package io.facestream.cli.testing;

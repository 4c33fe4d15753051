/** Databases, a clock and a browser for tests of the console and of the routes that others add. */
package io.facestream.console.testing;

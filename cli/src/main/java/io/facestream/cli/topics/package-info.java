/** {@code facestream topics}: what a broker needs before anything runs. */
package io.facestream.cli.topics;

/** {@code facestream policy}. */
package io.facestream.policies.cli;

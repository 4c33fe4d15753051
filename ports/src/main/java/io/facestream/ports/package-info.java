/**
 * The one way to choose a TCP port. A module of its own, without dependencies, since both the
 * cluster of processes and the broker within a JVM need it, and neither may bring the other's
 * libraries.
 */
package io.facestream.ports;

/**
 * Everything in one JVM: an embedded broker, a Flink MiniCluster with its web UI, and the demo that
 * sends a real frame from a camera to an alert.
 */
package io.facestream.quickstart;

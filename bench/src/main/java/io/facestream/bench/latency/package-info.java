/** How long an alert takes: {@code facestream bench latency}. */
package io.facestream.bench.latency;

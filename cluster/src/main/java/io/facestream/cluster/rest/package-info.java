/** Flink's REST API: the calls of its web UI. */
package io.facestream.cluster.rest;

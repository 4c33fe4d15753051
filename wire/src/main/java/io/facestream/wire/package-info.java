/**
 * What travels on the topics: names and settings of the topics, records, serialisers, deterministic
 * ids. Knows neither Flink nor vision; an integrator needs nothing but this module.
 */
package io.facestream.wire;

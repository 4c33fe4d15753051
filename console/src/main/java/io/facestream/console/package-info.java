/** The front desk: one service beside the job, which it reaches through Kafka only. */
package io.facestream.console;

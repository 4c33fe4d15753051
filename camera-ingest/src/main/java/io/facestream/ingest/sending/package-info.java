/** A camera at work: read, looped or connected again, stamped, buffered, and sent to Kafka. */
package io.facestream.ingest.sending;

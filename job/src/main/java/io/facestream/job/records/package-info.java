/** Records that cannot be used: dead letters, the record a failure is about, orders to skip one. */
package io.facestream.job.records;

/** What the job's operators report, by stable names; docs/metrics.md is made from it. */
package io.facestream.job.metrics;

/**
 * A real cluster on one machine: broker, JobManager and TaskManagers, each a process. {@link
 * io.facestream.cluster.LocalCluster} is the entry.
 */
package io.facestream.cluster;

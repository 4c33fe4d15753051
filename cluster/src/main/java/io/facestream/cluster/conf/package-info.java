/** The configuration that broker, Flink and ZooKeeper are started with. */
package io.facestream.cluster.conf;

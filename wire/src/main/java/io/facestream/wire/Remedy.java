package io.facestream.wire;

/**
 * What a command could be given so that a failure does not come again. Libraries know no options: a
 * command tells which of its own it is, if it has one.
 */
public enum Remedy {
  /** Another broker. */
  BROKER,
  /** A file with settings of the connection, where there was none. */
  CONNECTION_SETTINGS,
  /** Another gallery topic. */
  GALLERY_TOPIC,
  /** A folder that holds the models. */
  MODELS_FOLDER,
  /** The model that made the embeddings. */
  MODEL_ID,
  /** Another port for the metrics. */
  METRICS_PORT,
  /** Another folder of a cluster. */
  CLUSTER_FOLDER,
  /** Another port for a broker that is started. */
  BROKER_PORT,
  /** Another port for the controller of a cluster's broker. */
  CONTROLLER_PORT,
  /** Another port for Flink's web UI. */
  WEB_PORT,
  /** Another port for a cluster's JobManager. */
  JOB_MANAGER_PORT,
  /** Another port for a cluster's ZooKeeper. */
  ZOOKEEPER_PORT,
  /** Whatever ports are free. */
  ANY_PORTS,
  /** Which of several jobs is meant. */
  JOB,
  /** Fewer subtasks. */
  PARALLELISM
}

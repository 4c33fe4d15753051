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
  METRICS_PORT
}

/** Pictures of what records speak of, while Kafka has them. */
package io.facestream.console.pictures;

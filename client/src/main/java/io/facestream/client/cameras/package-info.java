/** The cameras that are read: their topic, read, written and followed. */
package io.facestream.client.cameras;

/** The list of cameras, and the source behind the address of each. */
package io.facestream.ingest.camera;

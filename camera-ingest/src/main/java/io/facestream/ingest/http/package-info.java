/** Pictures over HTTP: camera streams of JPEGs passed on as they are, everything else by FFmpeg. */
package io.facestream.ingest.http;

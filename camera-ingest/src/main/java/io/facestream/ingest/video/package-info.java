/** Video of any kind through FFmpeg: demultiplex, decode, turn, scale, encode as JPEG. */
package io.facestream.ingest.video;

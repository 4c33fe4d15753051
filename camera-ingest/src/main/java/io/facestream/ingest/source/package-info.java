/** What a source of pictures is: its address, its options, and its pictures one by one. */
package io.facestream.ingest.source;

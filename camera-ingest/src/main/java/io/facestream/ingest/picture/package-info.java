/** Folders of ready pictures. */
package io.facestream.ingest.picture;

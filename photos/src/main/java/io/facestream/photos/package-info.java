/**
 * Folders of photos, one folder a person, and what of the faces in them may be enrolled: the one
 * way for all who take photos of people. Knows no Kafka and no terminal.
 */
package io.facestream.photos;

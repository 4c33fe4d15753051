/**
 * The people of the gallery. The topic {@code gallery} is the truth; the database has a view of it,
 * which can be lost, and the pictures of faces that were enrolled here. No HTTP types.
 */
package io.facestream.console.people;

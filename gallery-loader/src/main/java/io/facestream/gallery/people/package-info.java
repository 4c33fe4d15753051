/** Who is enrolled: ids, names, aliases and what is said about a person in files. */
package io.facestream.gallery.people;

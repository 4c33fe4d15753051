/** How long the console takes to say who is in a picture: {@code facestream bench api}. */
package io.facestream.bench.api;

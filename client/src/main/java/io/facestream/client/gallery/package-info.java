/** The gallery topic: read to its end, written, erased from. Knows neither photos nor people. */
package io.facestream.client.gallery;

/** What people found of alerts and sightings. */
package io.facestream.console.reviews;

/** Who was seen where and when: a view of the topic of sightings. */
package io.facestream.console.visits;

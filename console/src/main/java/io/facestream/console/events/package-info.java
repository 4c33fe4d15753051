/** What sightings and alerts have in common in the database: keys, filters, pages. */
package io.facestream.console.events;

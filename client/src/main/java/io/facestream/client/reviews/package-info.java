/** What people found of alerts and visits: the topic of reviews, read and written. */
package io.facestream.client.reviews;

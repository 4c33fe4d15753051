/**
 * What people find of alerts and visits, and what follows from a mistake: the threshold of the
 * person who was named rises.
 */
package io.facestream.policies.review;

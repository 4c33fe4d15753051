/** Policies on their way from the topic to those who keep to them. */
package io.facestream.job.policies;

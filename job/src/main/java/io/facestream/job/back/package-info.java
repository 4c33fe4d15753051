/** Faces without a match, kept for a while, and searched when somebody is enrolled later. */
package io.facestream.job.back;

/** What is known of each face that is followed: what its searched views say together. */
package io.facestream.job.tracks;

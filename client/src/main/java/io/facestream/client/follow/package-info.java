/** Readers of whole topics, such as the answers of the job. */
package io.facestream.client.follow;

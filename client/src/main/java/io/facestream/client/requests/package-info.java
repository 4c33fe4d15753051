/** One-shot pictures: written as frames, answered by the verdict that has their id. */
package io.facestream.client.requests;

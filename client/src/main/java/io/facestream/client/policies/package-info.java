/** Reads what operators have laid down. */
package io.facestream.client.policies;

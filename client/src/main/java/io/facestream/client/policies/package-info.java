/** What the operator has laid down: the topic of policies, read and written. */
package io.facestream.client.policies;

/** What is laid down for whom: read from the topic of policies, changed there, and rehearsed. */
package io.facestream.console.policies;

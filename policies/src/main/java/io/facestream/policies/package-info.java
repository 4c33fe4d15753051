/** Changes of policies, and what they would have changed. Start at {@code PolicyChanges}. */
package io.facestream.policies;

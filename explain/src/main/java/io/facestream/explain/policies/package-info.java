/** What operators had laid down, now or when a verdict was given. */
package io.facestream.explain.policies;

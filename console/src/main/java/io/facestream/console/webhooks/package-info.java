/**
 * Webhooks as Standard Webhooks has them: what is followed is written down to be told in the same
 * transaction, and sent until somebody has taken it. No HTTP types of the API.
 */
package io.facestream.console.webhooks;

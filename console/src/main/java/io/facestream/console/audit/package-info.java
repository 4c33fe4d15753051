/** What was done, by whom and when, in a chain that shows where it was changed. */
package io.facestream.console.audit;

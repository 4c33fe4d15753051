/** What happens now, for the page. */
package io.facestream.console.feed;

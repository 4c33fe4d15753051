/** The page: files that a browser reads as they are, without a build. */
package io.facestream.console.page;

/** The groups of routes of the API, each a small class, and the API's document. */
package io.facestream.console.api;

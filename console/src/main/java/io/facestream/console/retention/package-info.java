/** For how long what is kept, and that it goes then. */
package io.facestream.console.retention;

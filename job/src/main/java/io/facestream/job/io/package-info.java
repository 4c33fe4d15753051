/** Where the dataflow begins and ends, so that it also runs on lists. */
package io.facestream.job.io;

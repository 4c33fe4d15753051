/** What else is told of a face than whose it is: analysers, each an operator of its own. */
package io.facestream.job.analysers;

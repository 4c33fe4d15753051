/** What can be told from a face beside whose it is: crops out, results in. */
package io.facestream.vision.analyse;

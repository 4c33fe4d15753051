/** Error rates and their intervals: arithmetic alone, without photos, faces or files. */
package io.facestream.evaluate.statistics;

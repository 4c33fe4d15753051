/** Readers of the job's answers and of the frames behind them. */
package io.facestream.quickstart.follow;

/**
 * Pictures that somebody hands in: what they may be, how they are asked of the job, and the tokens
 * by which one of their faces can be enrolled afterwards. No HTTP types.
 */
package io.facestream.console.asks;

/**
 * Films made of portraits: people of a folder of photos walk through drawn rooms, with motion blur,
 * noise and JPEG, and it is known who is where. Made in memory, from a seed.
 */
package io.facestream.job.synthetic;

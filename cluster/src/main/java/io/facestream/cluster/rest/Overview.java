package io.facestream.cluster.rest;

/**
 * What a cluster has.
 *
 * @param taskManagers registered
 * @param slots of all of them
 * @param freeSlots not used by a job
 * @param runningJobs jobs that run
 */
public record Overview(int taskManagers, int slots, int freeSlots, int runningJobs) {}

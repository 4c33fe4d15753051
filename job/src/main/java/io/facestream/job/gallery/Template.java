package io.facestream.job.gallery;

/**
 * What an answer says about a template, beside its similarity.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param watchlist the first watchlist the person is on, or null
 * @param threshold the person's own cosine threshold, or null
 */
public record Template(String personId, String name, String watchlist, Float threshold) {}

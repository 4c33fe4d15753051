/**
 * What policies mean with a gallery as it is: who is in reach, what has to be reached, how many
 * strangers will be named. Start at {@link io.facestream.policies.outlook.Outlook}.
 */
package io.facestream.policies.outlook;

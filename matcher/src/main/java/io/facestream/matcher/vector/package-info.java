/**
 * The inner loops on the JDK's Vector API. Compiled apart and loaded by name only, because the
 * incubator module is there only with {@code --add-modules jdk.incubator.vector}.
 */
package io.facestream.matcher.vector;

package io.facestream.console.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A class whose tests run on each database, which its {@code @Parameter} names. The default build
 * runs it on the embedded one and the thorough build on the other; a class that is itself tagged
 * {@code thorough} runs on both there. Tag the class then, never a single test of it: that would
 * not run on the embedded one at all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("databases")
@ParameterizedClass
@ArgumentsSource(DatabasesOfThisRun.class)
public @interface OnEachDatabase {}

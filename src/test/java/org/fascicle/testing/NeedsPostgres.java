package org.fascicle.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skips a class of tests, with one line that says why, on a machine where {@link PostgresCluster} cannot start a server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "org.fascicle.testing.PostgresCluster#isInstalled",
        disabledReason = "PostgreSQL is not installed here (apt-get install postgresql)")
public @interface NeedsPostgres {}

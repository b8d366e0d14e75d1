package io.patchbay.platform.pageview;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method that answers a GET with a page and yet is not made in one read-only transaction: it writes, or it asks
 * for another company than the current one.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InOwnTransactions {

    /** Why. */
    String value();
}

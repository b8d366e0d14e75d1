package io.patchbay.simulator.entra;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the browser gets next. */
sealed interface Outcome {

    /** The page of the sign-in's step. */
    record Page(SignIn signIn) implements Outcome {}

    /** Back to the application. */
    record Redirect(String location) implements Outcome {}

    /** Back to the application by a form that posts itself. */
    record FormPost(String action, Map<String, String> fields) implements Outcome {}

    /**
     * A page that says what is wrong; the application hears nothing.
     *
     * @param signIn when another account may help
     */
    record Problem(EntraError error, @Nullable SignIn signIn) implements Outcome {}
}

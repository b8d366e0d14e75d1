package io.patchbay.ui;

import java.util.Optional;

/** Says who is signed in; at most one bean implements it. */
@FunctionalInterface
public interface AccountSource {

    /** The current visitor's account, or nothing before sign-in. */
    Optional<Account> account();
}

package io.patchbay.account.session;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When, where and with what somebody signed in, kept in the session that began with it. */
record SignInRecord(Instant at, String address, @Nullable String userAgent) implements Serializable {

    static final String ATTRIBUTE = "patchbay.sign-in";
}

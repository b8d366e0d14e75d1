package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.Diagnosis;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a call to Microsoft Graph ended. */
public sealed interface GraphOutcome<T> {

    /** It answered. */
    record Answered<T>(T value) implements GraphOutcome<T> {}

    /** There was no token to call with. */
    record NoToken<T>(Diagnosis diagnosis) implements GraphOutcome<T> {}

    /** 401: Graph does not know the application in this tenant, or not yet. */
    record NotRecognized<T>() implements GraphOutcome<T> {}

    /** 403: a permission is missing. */
    record Forbidden<T>() implements GraphOutcome<T> {}

    /** 400 "Request not applicable to target tenant": the tenant has no Intune. */
    record NoIntune<T>() implements GraphOutcome<T> {}

    /** 429: asked too often. */
    record Throttled<T>(@Nullable Duration retryAfter) implements GraphOutcome<T> {}

    /**
     * 5xx, no connection, or no answer in time. What was asked for may be done all the same.
     *
     * @param retryAfter how long Graph asks to wait; null where it does not say
     */
    record Unavailable<T>(@Nullable Duration retryAfter) implements GraphOutcome<T> {

        public Unavailable() {
            this(null);
        }
    }

    /**
     * Another administrator has to approve it first (Multi Admin Approval).
     *
     * @param code by which the same request is sent again once it is approved; null where Graph gave none
     */
    record AwaitingApproval<T>(@Nullable String code) implements GraphOutcome<T> {}

    /**
     * Anything else.
     *
     * @param code Graph's error code
     * @param message what it says about it, in English; empty where it says nothing
     */
    record Failed<T>(int status, String code, String message) implements GraphOutcome<T> {}

    /**
     * The same of another type.
     *
     * @throws IllegalStateException where it is an answer, which has its type
     */
    default <U> GraphOutcome<U> retyped() {
        return switch (this) {
            case Answered<T> answered -> throw new IllegalStateException("It is an answer");
            case NoToken<T>(var diagnosis) -> new NoToken<>(diagnosis);
            case NotRecognized<T> unknown -> new NotRecognized<>();
            case Forbidden<T> forbidden -> new Forbidden<>();
            case NoIntune<T> none -> new NoIntune<>();
            case Throttled<T>(var after) -> new Throttled<>(after);
            case Unavailable<T>(var after) -> new Unavailable<>(after);
            case AwaitingApproval<T>(var code) -> new AwaitingApproval<>(code);
            case Failed<T>(var status, var code, var message) -> new Failed<>(status, code, message);
        };
    }
}

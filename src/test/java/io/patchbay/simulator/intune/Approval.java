package io.patchbay.simulator.intune;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A request for another administrator's approval: Graph's {@code operationApprovalRequest}. Guarded by {@link Approvals}. */
public final class Approval {
    private static final Duration LASTS = Duration.ofDays(3);

    public final String id = UUID.randomUUID().toString();
    public final String entity;
    public final String method;
    public final String path;
    public final String justification;
    public final Instant requested;
    final JsonNode body;
    private Status status = Status.NEEDS_APPROVAL;

    /** How far it is, as Graph calls it. */
    public enum Status {
        NEEDS_APPROVAL("needsApproval"),
        APPROVED("approved"),
        REJECTED("rejected"),
        CANCELLED("cancelled"),
        COMPLETED("completed"),
        EXPIRED("expired");

        private final String value;

        Status(String value) {
            this.value = value;
        }

        public String value() {
            return value;
        }

        boolean isOpen() {
            return this == NEEDS_APPROVAL || this == APPROVED;
        }
    }

    Approval(String entity, ApprovalCall call, String justification, Instant now) {
        this.entity = entity;
        this.method = call.method();
        this.path = call.path();
        this.body = call.body();
        this.justification = justification;
        this.requested = now;
    }

    boolean isOf(ApprovalCall call) {
        return method.equals(call.method()) && path.equals(call.path()) && body.equals(call.body());
    }

    /** Three days after it was made it runs out, approved or not. */
    public Instant expires() {
        return requested.plus(LASTS);
    }

    /** How far it is at a time. */
    public Status status(Instant now) {
        return status.isOpen() && !now.isBefore(expires()) ? Status.EXPIRED : status;
    }

    void become(Status next) {
        status = next;
    }
}

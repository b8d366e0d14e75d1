package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Multi Admin Approval for applications (P13): a write waits until another administrator approves it, and is then sent again as
 * it was, with the code that it was given. A tenant has it or not. Safe for many threads.
 *
 * <p>The headers, the 412 with {@code x-msft-approval-code}, the identical repetition and the three days are Microsoft's
 * (learn.microsoft.com/intune: multi-admin-approval-graph-api). That article has had 400 and 403 for a write without a
 * justification; the texts, and 409 for a second request about one application, were reported from tenants.
 */
@SimulatorComponent
public final class Approvals {
    private static final int JUSTIFICATION_AT_MOST = 1024;

    private final Set<UUID> tenants = new HashSet<>();
    private final Map<UUID, List<Approval>> requests = new HashMap<>();
    private final MovableClock clock;
    private int unjustified = 400;

    Approvals(MovableClock clock) {
        this.clock = clock;
    }

    synchronized void reset() {
        tenants.clear();
        requests.clear();
        unjustified = 400;
    }

    /** Whether a tenant's applications need approvals. */
    public synchronized void require(UUID tenant, boolean required) {
        if (required) {
            tenants.add(tenant);
        } else {
            tenants.remove(tenant);
        }
    }

    public synchronized boolean isRequired(UUID tenant) {
        return tenants.contains(tenant);
    }

    /** The status for a write without a justification: 400 or 403. */
    public synchronized void unjustified(int status) {
        unjustified = status;
    }

    /** What was asked for in a tenant, oldest first. */
    public synchronized List<Approval> all(UUID tenant) {
        return List.copyOf(requests.getOrDefault(tenant, List.of()));
    }

    /** Another administrator approves it. */
    public void approve(UUID tenant, String id) {
        decide(tenant, id, Approval.Status.APPROVED);
    }

    /** Another administrator rejects it. */
    public void reject(UUID tenant, String id) {
        decide(tenant, id, Approval.Status.REJECTED);
    }

    private synchronized void decide(UUID tenant, String id, Approval.Status decision) {
        Approval request =
                find(tenant, id).orElseThrow(() -> new IllegalArgumentException("No request for approval " + id));
        if (request.status(clock.instant()) != Approval.Status.NEEDS_APPROVAL) {
            throw new IllegalArgumentException("The request does not wait for an approval");
        }
        request.become(decision);
    }

    /** The one who asked does not ask any more. */
    public synchronized void cancel(UUID tenant, String id) {
        Approval request = find(tenant, id).orElseThrow(() -> IntuneRefusal.notFound(id));
        if (!request.status(clock.instant()).isOpen()) {
            throw IntuneRefusal.badRequest("The request cannot be cancelled in its state.");
        }
        request.become(Approval.Status.CANCELLED);
    }

    private Optional<Approval> find(UUID tenant, String id) {
        return all(tenant).stream().filter(one -> one.id.equals(id)).findFirst();
    }

    /** Lets a call pass that needs no approval or has one, which {@link #complete} ends; otherwise asks for it. */
    public synchronized Optional<Approval> admit(UUID tenant, String entity, ApprovalCall call) {
        if (!isRequired(tenant)) {
            return Optional.empty();
        }
        if (call.code() != null) {
            return Optional.of(approved(tenant, call, call.code()));
        }
        String justification = justification(call.justification());
        Instant now = clock.instant();
        if (all(tenant).stream()
                .anyMatch(one -> one.entity.equals(entity) && one.status(now).isOpen())) {
            throw new IntuneRefusal(
                    409, "Conflict", "An active Approval Request already exists for this entity", Map.of());
        }
        Approval request = new Approval(entity, call, justification, now);
        requests.computeIfAbsent(tenant, none -> new ArrayList<>()).add(request);
        throw new IntuneRefusal(
                412,
                "BadRequest",
                "Approval Required. Request Approval using the request ID returned as part of the x-msft-approval-code"
                        + " response header. x-msft-approval-code: " + request.id,
                Map.of("x-msft-approval-code", request.id));
    }

    private Approval approved(UUID tenant, ApprovalCall call, String code) {
        if (!code.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw IntuneRefusal.badRequest("Invalid approval header format, expected GUID format");
        }
        return find(tenant, code)
                .filter(one -> one.status(clock.instant()) == Approval.Status.APPROVED && one.isOf(call))
                .orElseThrow(() -> new IntuneRefusal(403, "Forbidden", "An error has occurred", Map.of()));
    }

    private String justification(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new IntuneRefusal(
                    unjustified,
                    unjustified == 403 ? "Forbidden" : "BadRequest",
                    "Header 'x-msft-approval-justification' is required to request approval",
                    Map.of());
        }
        String text;
        try {
            text = new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw IntuneRefusal.badRequest(
                    "Invalid approval header format, 'x-msft-approval-justification' must be Base64 encoded");
        }
        if (text.length() > JUSTIFICATION_AT_MOST) {
            throw IntuneRefusal.badRequest("Decoded content of 'x-msft-approval-justification' header must be no"
                    + " greater than " + JUSTIFICATION_AT_MOST + " characters");
        }
        return text;
    }

    /** What was approved is done. */
    public synchronized void complete(Approval request) {
        request.become(Approval.Status.COMPLETED);
    }
}

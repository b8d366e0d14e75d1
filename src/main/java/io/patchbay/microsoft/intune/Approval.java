package io.patchbay.microsoft.intune;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What is said to Multi Admin Approval with every call that changes something. Tenants without it ignore the headers
 * (intune-in-the-field P13; learn.microsoft.com/intune/fundamentals/role-based-access-control/multi-admin-approval-graph-api:
 * the justification is Base64, and the code of an approved request takes its place).
 *
 * @param justification why the change is made, for those who approve it
 * @param code of the request that was approved or waits for that; null where there is none
 */
public record Approval(String justification, @Nullable String code) {

    public Approval {
        justification = justification.substring(0, Math.min(JUSTIFICATION_AT_MOST, justification.length()));
    }

    /** The longest justification that Intune takes, in characters. */
    public static final int JUSTIFICATION_AT_MOST = 1024;

    /**
     * How far a request for approval is.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-rbac-operationapprovalrequeststatus?view=graph-rest-beta">Values</a>
     */
    public enum Decision {
        OPEN,
        APPROVED,
        REJECTED,
        /** It was carried out, or it ran out. */
        OVER;

        static Decision of(@Nullable String status) {
            return switch (status == null ? "" : status) {
                case "needsApproval" -> OPEN;
                case "approved" -> APPROVED;
                case "rejected" -> REJECTED;
                default -> OVER;
            };
        }
    }

    private static final ScopedValue<Approval> CURRENT = ScopedValue.newInstance();

    /** Makes the calls with it. */
    public <T> T during(Supplier<T> calls) {
        return ScopedValue.where(CURRENT, this).call(calls::get);
    }

    /** Adds the header for a call that changes something. */
    static void putInto(HttpHeaders headers) {
        if (CURRENT.isBound()) {
            CURRENT.get().put(headers);
        }
    }

    private void put(HttpHeaders headers) {
        if (code != null) {
            headers.set("x-msft-approval-code", code);
        } else {
            headers.set(
                    "x-msft-approval-justification",
                    Base64.getEncoder().encodeToString(justification.getBytes(StandardCharsets.UTF_8)));
        }
    }
}

package io.patchbay.microsoft.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What can go wrong between Patchbay and a tenant's consent, each with a message and a next step of its own.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra error codes</a>
 */
public enum ConsentProblem {
    DECLINED(Fault.CUSTOMER, 65004),
    CANCELED(Fault.CUSTOMER),
    ADMIN_APPROVAL_NEEDED(Fault.CUSTOMER, 90094, 90095, 90093),
    WRONG_ACCOUNT(Fault.CUSTOMER, 50020, 16000, 50034, 51004, 50014),
    NOT_ASSIGNED(Fault.CUSTOMER, 50105),
    REDIRECT_URI_UNKNOWN(Fault.OPERATOR, 50011, 500113, 900971, 70004),
    NOT_MULTI_TENANT(Fault.OPERATOR, 50194),
    PERMISSIONS_MISCONFIGURED(Fault.OPERATOR, 1003031, 650056, 65005),
    SERVICE_MISSING(Fault.CUSTOMER, 650052, 500011),
    /** Entra ID could not make Patchbay's enterprise application in the tenant (intune-in-the-field E1). */
    SERVICE_PRINCIPAL_REFUSED(Fault.CUSTOMER, 650051),
    CONSENT_MISSING(Fault.CUSTOMER, 7000229, 700016, 65001),
    APPLICATION_DISABLED(Fault.CUSTOMER, 7000112),
    TENANT_NOT_FOUND(Fault.CUSTOMER, 90002, 900023),
    CREDENTIAL_REFUSED(Fault.OPERATOR, 7000215, 7000222, 700027, 50012, 7000214),
    REQUEST_REFUSED(Fault.OPERATOR, 7000218, 900144, 70011, 1002012, 9001023),
    BLOCKED_BY_POLICY(Fault.CUSTOMER, 53003, 530032, 53000, 53001, 53002, 530034, 530035),
    MFA_NEEDED(Fault.CUSTOMER, 50076, 50079, 50074, 50158),
    SIGN_IN_STALE(Fault.CUSTOMER, 54005, 70008, 501481, 700005),
    THROTTLED(Fault.MICROSOFT, 50196, 90055),
    MICROSOFT_UNAVAILABLE(Fault.MICROSOFT, 90033, 90006, 90024, 50033),
    SIGN_IN_INVALID(Fault.CUSTOMER),
    NOT_AN_ADMINISTRATOR(Fault.CUSTOMER),
    TENANT_CONNECTED_ELSEWHERE(Fault.CUSTOMER),
    TENANT_MISMATCH(Fault.CUSTOMER),
    OTHER_TENANT(Fault.CUSTOMER),
    CONNECTION_GONE(Fault.CUSTOMER),
    /** The company was deleted while somebody was at Microsoft to connect it. */
    COMPANY_GONE(Fault.CUSTOMER),
    NO_INTUNE(Fault.CUSTOMER),
    /** The subscription of the tenant's Intune is not active (intune-in-the-field P17); each state is a problem of its own. */
    INTUNE_PENDING(Fault.CUSTOMER),
    /** Intune still works: Microsoft only warns of what becomes of its subscription. */
    INTUNE_WARNING(Fault.CUSTOMER),
    INTUNE_DISABLED(Fault.CUSTOMER),
    INTUNE_DELETED(Fault.CUSTOMER),
    INTUNE_BLOCKED(Fault.CUSTOMER),
    INTUNE_LOCKED_OUT(Fault.CUSTOMER),
    PERMISSIONS_MISSING(Fault.CUSTOMER),
    NOT_PROPAGATED(Fault.MICROSOFT),
    UNKNOWN(Fault.MICROSOFT);

    /** Whose turn it is to do something. */
    public enum Fault {
        CUSTOMER,
        OPERATOR,
        MICROSOFT
    }

    private final Fault fault;
    private final Set<Integer> codes;

    ConsentProblem(Fault fault, Integer... codes) {
        this.fault = fault;
        this.codes = Set.of(codes);
    }

    /** Whose turn it is to do something. */
    public Fault fault() {
        return fault;
    }

    /** The AADSTS codes that mean this. */
    public Set<Integer> codes() {
        return codes;
    }

    /** Whether asking again a little later may help, because Microsoft's directory may not have caught up or is down. */
    public boolean mayPass() {
        return switch (this) {
            case CONSENT_MISSING, SERVICE_MISSING, INTUNE_PENDING, THROTTLED, MICROSOFT_UNAVAILABLE, UNKNOWN -> true;
            default -> false;
        };
    }

    static Optional<ConsentProblem> ofCode(int aadsts) {
        return Arrays.stream(values())
                .filter(problem -> problem.codes.contains(aadsts))
                .findFirst();
    }
}

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
    DECLINED(Responsible.CUSTOMER, 65004),
    CANCELED(Responsible.CUSTOMER),
    ADMIN_APPROVAL_NEEDED(Responsible.CUSTOMER, 90094, 90095, 90093),
    WRONG_ACCOUNT(Responsible.CUSTOMER, 50020, 16000, 50034, 51004, 50014),
    NOT_ASSIGNED(Responsible.CUSTOMER, 50105),
    REDIRECT_URI_UNKNOWN(Responsible.OPERATOR, 50011, 500113, 900971, 70004),
    NOT_MULTI_TENANT(Responsible.OPERATOR, 50194),
    PERMISSIONS_MISCONFIGURED(Responsible.OPERATOR, 1003031, 650056, 65005),
    SERVICE_MISSING(Responsible.CUSTOMER, 650052, 500011),
    /** Entra ID could not make Patchbay's enterprise application in the tenant (intune-in-the-field E1). */
    SERVICE_PRINCIPAL_REFUSED(Responsible.CUSTOMER, 650051),
    CONSENT_MISSING(Responsible.CUSTOMER, 7000229, 700016, 65001),
    APPLICATION_DISABLED(Responsible.CUSTOMER, 7000112),
    TENANT_NOT_FOUND(Responsible.CUSTOMER, 90002, 900023),
    CREDENTIAL_REFUSED(Responsible.OPERATOR, 7000215, 7000222, 700027, 50012, 7000214),
    REQUEST_REFUSED(Responsible.OPERATOR, 7000218, 900144, 70011, 1002012, 9001023),
    BLOCKED_BY_POLICY(Responsible.CUSTOMER, 53003, 530032, 53000, 53001, 53002, 530034, 530035),
    MFA_NEEDED(Responsible.CUSTOMER, 50076, 50079, 50074, 50158),
    SIGN_IN_STALE(Responsible.CUSTOMER, 54005, 70008, 501481, 700005),
    THROTTLED(Responsible.MICROSOFT, 50196, 90055),
    MICROSOFT_UNAVAILABLE(Responsible.MICROSOFT, 90033, 90006, 90024, 50033),
    SIGN_IN_INVALID(Responsible.CUSTOMER),
    NOT_AN_ADMINISTRATOR(Responsible.CUSTOMER),
    TENANT_CONNECTED_ELSEWHERE(Responsible.CUSTOMER),
    TENANT_MISMATCH(Responsible.CUSTOMER),
    OTHER_TENANT(Responsible.CUSTOMER),
    CONNECTION_GONE(Responsible.CUSTOMER),
    /** The company was deleted while somebody was at Microsoft to connect it. */
    COMPANY_GONE(Responsible.CUSTOMER),
    NO_INTUNE(Responsible.CUSTOMER),
    /** The subscription of the tenant's Intune is not active (intune-in-the-field P17); each state is a problem of its own. */
    INTUNE_PENDING(Responsible.CUSTOMER),
    /** Intune still works: Microsoft only warns of what becomes of its subscription. */
    INTUNE_WARNING(Responsible.CUSTOMER),
    INTUNE_DISABLED(Responsible.CUSTOMER),
    INTUNE_DELETED(Responsible.CUSTOMER),
    INTUNE_BLOCKED(Responsible.CUSTOMER),
    INTUNE_LOCKED_OUT(Responsible.CUSTOMER),
    PERMISSIONS_MISSING(Responsible.CUSTOMER),
    NOT_PROPAGATED(Responsible.MICROSOFT),
    UNKNOWN(Responsible.MICROSOFT);

    /** Whose turn it is to do something. */
    public enum Responsible {
        CUSTOMER,
        OPERATOR,
        MICROSOFT
    }

    private final Responsible responsible;
    private final Set<Integer> codes;

    ConsentProblem(Responsible responsible, Integer... codes) {
        this.responsible = responsible;
        this.codes = Set.of(codes);
    }

    /** Whose turn it is to do something. */
    public Responsible responsible() {
        return responsible;
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

package io.patchbay.environment.disconnect;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Members;
import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.disconnect.DisconnectPreview.TenantAccess;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Disconnecting an environment from its Intune tenant, with everything that ends with the connection. */
@Service
public class Disconnecting {

    private final Environments environments;
    private final Disconnects disconnects;
    private final DisconnectReports reports;
    private final DisconnectJob job;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final CompanyLock companyLock;
    private final Members people;
    private final AppTokens tokens;
    private final EntraEndpoints endpoints;
    private final TransactionTemplate transaction;

    Disconnecting(
            Environments environments,
            Disconnects disconnects,
            DisconnectReports reports,
            DisconnectJob job,
            ObjectProvider<ConnectionTeardown> tied,
            CompanyLock companyLock,
            Members people,
            AppTokens tokens,
            EntraEndpoints endpoints,
            TransactionTemplate transaction) {
        this.environments = environments;
        this.disconnects = disconnects;
        this.reports = reports;
        this.job = job;
        this.tied = tied;
        this.companyLock = companyLock;
        this.people = people;
        this.tokens = tokens;
        this.endpoints = endpoints;
        this.transaction = transaction;
    }

    /** The domain that was typed is not the tenant's. */
    public static class WrongDomainException extends ConflictException {
        WrongDomainException(String primaryDomain) {
            super("disconnect.domain", primaryDomain);
        }
    }

    /** What is known of the consent after a disconnect. */
    public enum RemainingConsent {
        /** Microsoft gives no tokens for the tenant any more. */
        GONE,
        /** Microsoft still gives tokens. */
        THERE,
        /** Microsoft could not be asked, or Patchbay's own credential is refused. */
        NOT_KNOWN
    }

    /**
     * What would be taken away.
     *
     * @throws ConflictException where the environment is not connected
     */
    public DisconnectPreview preview(EnvironmentView environment) {
        var access = access(environment.requireConnection().tenantId());
        if (access == TenantAccess.AVAILABLE) {
            tied.orderedStream().forEach(one -> one.look(environment.id()));
        }
        return disconnects.preview(environment.id(), access);
    }

    private TenantAccess access(UUID tenant) {
        return switch (tokens.fresh(tenant)) {
            case AppTokens.TokenOutcome.Granted(var value, var roles) ->
                roles.contains(RequiredPermission.APPS_READ_WRITE.value()) ? TenantAccess.AVAILABLE : TenantAccess.LOST;
            case AppTokens.TokenOutcome.Refused(var diagnosis) ->
                diagnosis.problem().responsible() == ConsentProblem.Responsible.CUSTOMER
                        ? TenantAccess.LOST
                        : TenantAccess.UNREACHABLE;
        };
    }

    /**
     * Begins to disconnect; from here on nothing new can be done with the connection.
     *
     * @param typed the tenant's primary domain, as the person typed it; counts only where {@link DisconnectPreview#weighty()}
     * @param leave whether the applications that Patchbay published stay in the tenant
     * @return the run, to be followed
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, is being disconnected already, the domain is not the
     *     tenant's, or nobody would be left who has direct access as Full Admin with Access Management
     */
    public UUID begin(EnvironmentId environment, String typed, boolean leave) {
        environments.get(environment);
        if (!(Current.actor() instanceof Actor.Member person)) {
            throw new IllegalStateException("Only a person disconnects a tenant");
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                companyLock.lock();
                if (!people.someoneManagesAccess()) {
                    throw new ConflictException("disconnect.lockOut");
                }
                var preview = disconnects.preview(environment, TenantAccess.AVAILABLE);
                if (preview.weighty() && !preview.primaryDomain().equalsIgnoreCase(typed.strip())) {
                    throw new WrongDomainException(preview.primaryDomain());
                }
                var run = disconnects.begin(environment, person, leave);
                job.wake(run);
                return run;
            }));
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException somebodyElseWasFirst) {
            throw new ConflictException("disconnect.running");
        }
    }

    /** The disconnect that runs in the environment now. */
    public Optional<UUID> running(EnvironmentId environment) {
        return disconnects.active(environment);
    }

    /** Where the tenant's administrator removes Patchbay's enterprise application. */
    public URI enterpriseApplication(UUID tenant) {
        return endpoints.enterpriseApplication(tenant);
    }

    /**
     * Asks Microsoft whether the tenant still lets Patchbay in, which ends when its administrator removes the enterprise
     * application: an application cannot take back its own consent without permissions that nobody should give it.
     *
     * @throws NotFoundException where the company has no such run in that environment
     */
    public RemainingConsent verify(EnvironmentId environment, UUID run) {
        var tenant = reports.view(environment, run).tenantId();
        tokens.forget(tenant);
        var outcome = tokens.fresh(tenant);
        tokens.forget(tenant);
        return switch (outcome) {
            case AppTokens.TokenOutcome.Granted granted -> RemainingConsent.THERE;
            case AppTokens.TokenOutcome.Refused(var diagnosis) ->
                diagnosis.problem().responsible() == ConsentProblem.Responsible.CUSTOMER
                        ? RemainingConsent.GONE
                        : RemainingConsent.NOT_KNOWN;
        };
    }
}

package io.patchbay.environment.disconnect;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Members;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.disconnect.DisconnectPreview.TenantAccess;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ConnectionLock connectionLock;
    private final Members people;
    private final AppTokens tokens;
    private final ConsentWatch consents;
    private final MicrosoftProperties microsoft;
    private final EntraEndpoints endpoints;
    private final TransactionTemplate transaction;

    Disconnecting(
            Environments environments,
            Disconnects disconnects,
            DisconnectReports reports,
            DisconnectJob job,
            ObjectProvider<ConnectionTeardown> tied,
            CompanyLock companyLock,
            ConnectionLock connectionLock,
            Members people,
            AppTokens tokens,
            ConsentWatch consents,
            MicrosoftProperties microsoft,
            EntraEndpoints endpoints,
            TransactionTemplate transaction) {
        this.environments = environments;
        this.disconnects = disconnects;
        this.reports = reports;
        this.job = job;
        this.tied = tied;
        this.companyLock = companyLock;
        this.connectionLock = connectionLock;
        this.people = people;
        this.tokens = tokens;
        this.consents = consents;
        this.microsoft = microsoft;
        this.endpoints = endpoints;
        this.transaction = transaction;
    }

    /** The domain that was typed is not the tenant's. */
    public static class WrongDomainException extends ConflictException {
        WrongDomainException(String primaryDomain) {
            super("disconnect.domain", primaryDomain);
        }
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
     * @return the run, to be followed
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, is being disconnected already, the domain is not the
     *     tenant's, or nobody would be left who has direct access as Full Admin with Access Management
     */
    public UUID begin(EnvironmentId environment, String typed, DisconnectChoice choice) {
        var person = person();
        return once(environment, () -> {
            check(environment, typed);
            return begun(environment, person, choice, null);
        });
    }

    /**
     * The same for somebody whose wish was checked when it was uttered and is carried out now.
     *
     * @param tenant the tenant that was to be disconnected
     * @param agreement how it came about
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is connected to another tenant or to none, is being disconnected already, or nobody
     *     would be left who has direct access as Full Admin with Access Management
     */
    public UUID begin(EnvironmentId environment, UUID tenant, DisconnectChoice choice, Agreement agreement) {
        var person = person();
        return once(environment, () -> {
            refuseLockOut();
            if (!environments.get(environment).requireConnection().tenantId().equals(tenant)) {
                throw new ConflictException("protection.otherTenant");
            }
            return begun(environment, person, choice, agreement);
        });
    }

    private static Actor.Member person() {
        if (Current.actor() instanceof Actor.Member person) {
            return person;
        }
        throw new IllegalStateException("Only a person disconnects a tenant");
    }

    private UUID once(EnvironmentId environment, Supplier<UUID> begin) {
        return Objects.requireNonNull(transaction.execute(status -> {
            companyLock.lock();
            environments.get(environment);
            connectionLock.hold(environment);
            return begin.get();
        }));
    }

    private UUID begun(
            EnvironmentId environment, Actor.Member person, DisconnectChoice choice, @Nullable Agreement agreement) {
        var run = disconnects.begin(environment, person, choice, agreement);
        job.wake(run);
        return run;
    }

    /**
     * Refuses what cannot be disconnected, or not with what was typed; to be asked in the transaction that goes on.
     *
     * @throws ConflictException as {@link #begin(EnvironmentId, String, DisconnectChoice)} does
     */
    public void check(EnvironmentId environment, String typed) {
        refuseLockOut();
        var preview = disconnects.preview(environment, TenantAccess.AVAILABLE);
        if (preview.weighty() && !preview.primaryDomain().equalsIgnoreCase(typed.strip())) {
            throw new WrongDomainException(preview.primaryDomain());
        }
    }

    private void refuseLockOut() {
        if (!people.someoneManagesAccess()) {
            throw new ConflictException("disconnect.lockOut");
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

    /** The commands with which an administrator of the tenant removes it. */
    public List<RevocationCommand> revocations(UUID tenant) {
        return RevocationCommand.of(microsoft.cloud(), tenant, microsoft.clientId());
    }

    /**
     * Asks Microsoft whether the tenant still gives Patchbay tokens, which ends when its administrator removes the enterprise
     * application. Where it does, Patchbay asks again by itself for a day, and logs the end once.
     *
     * @throws NotFoundException where the company has no such run in that environment
     * @throws ConflictException where the disconnect still runs, or the tenant is connected again
     */
    public RemainingConsent.Answer verify(EnvironmentId environment, UUID run) {
        var view = reports.view(environment, run);
        if (!view.finished()) {
            throw new ConflictException("disconnect.running");
        }
        if (view.connectedAgain()) {
            throw new ConflictException("disconnected.again", view.tenantName());
        }
        return consents.begin(disconnects.find(run).orElseThrow(NotFoundException::new));
    }
}

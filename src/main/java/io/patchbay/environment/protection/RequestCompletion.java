package io.patchbay.environment.protection;

import io.patchbay.company.PersonRights;
import io.patchbay.company.PersonRights.Standing;
import io.patchbay.environment.DisconnectRequestChanged.Step;
import io.patchbay.environment.disconnect.Agreement;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what a request asked for, on behalf of whoever asked. */
@Component
class RequestCompletion {

    private final Disconnecting disconnecting;
    private final ProtectionStore protections;
    private final RequestSteps steps;
    private final PersonRights rights;
    private final RequestTexts texts;
    private final EventLog log;

    RequestCompletion(
            Disconnecting disconnecting,
            ProtectionStore protections,
            RequestSteps steps,
            PersonRights rights,
            RequestTexts texts,
            EventLog log) {
        this.disconnecting = disconnecting;
        this.protections = protections;
        this.steps = steps;
        this.rights = rights;
        this.texts = texts;
        this.log = log;
    }

    /** Whether whoever asked could ask still. Outside of transactions: it may ask Microsoft. */
    Standing standing(ProtectionRequest request) {
        if (request.kind() == RequestKind.DISCONNECT) {
            return rights.standing(request.person(), Capability.CONNECT_INTUNE);
        }
        return rights.managesAccess(request.person().id()) ? Standing.HAS : Standing.HAS_NOT;
    }

    /**
     * Does it, as part of the caller's transaction, which holds the company.
     *
     * @return the disconnect that runs now; null for a change
     * @throws ConflictException where that is not possible any more
     */
    @Nullable
    UUID complete(ProtectionRequest request) {
        var connection = request.connection();
        if (connection == null) {
            asRequester(request, () -> {
                apply(request.protection());
                return true;
            });
            steps.done(request, null);
            steps.tell(Step.CHANGED, request, "");
            return null;
        }
        var agreement = new Agreement(
                request.requestedAt(),
                request.confirmedBy(),
                request.confirmedAt(),
                request.protection().waitHours());
        var run = asRequester(
                request,
                () -> disconnecting.begin(
                        connection.environment(), connection.tenantId(), connection.choice(), agreement));
        steps.done(request, run);
        return run;
    }

    private static <T> T asRequester(ProtectionRequest request, Supplier<T> work) {
        var correlation = request.correlation();
        return Current.as(
                Current.company(),
                request.person(),
                () -> correlation == null ? work.get() : Correlation.call(correlation, work));
    }

    /**
     * Protects the connections of the company so from now on.
     *
     * @throws ConflictException where nobody could confirm anything from then on
     */
    void apply(Protection wanted) {
        var before = protections.get();
        if (wanted.secondPerson() && !before.secondPerson() && rights.fullAdmins() < 2) {
            throw new ConflictException("protection.noSecond");
        }
        protections.save(wanted);
        log.append(NewEvent.of(ProtectionEventKind.PROTECTION_CHANGED, texts.protection(wanted))
                .with("requested by", Current.actor().name())
                .with("protection", texts.protection(wanted))
                .with("before", texts.protection(before)));
    }
}

package io.patchbay.environment;

import io.patchbay.company.CompanyRegistered;
import io.patchbay.environment.model.Environment;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.environment.model.EnvironmentRepository;
import io.patchbay.environment.model.EnvironmentRows;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The environments of the current company. */
@Service
public class Environments {

    private static final String DEFAULT_NAME = "Default Environment";

    private final EnvironmentRepository environments;
    private final EnvironmentRows rows;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Environments(
            EnvironmentRepository environments,
            EnvironmentRows rows,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.environments = environments;
        this.rows = rows;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** All of them, oldest first. */
    @Transactional(readOnly = true)
    public List<EnvironmentView> all() {
        return rows.all(Current.company());
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the company has no such environment
     */
    @Transactional(readOnly = true)
    public EnvironmentView get(EnvironmentId id) {
        return rows.find(Current.company(), id).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds an environment.
     *
     * @throws NameTakenException where the company has one of that name
     */
    @Transactional
    public EnvironmentId add(String name) {
        refuseTakenName(name, null);
        var id = new EnvironmentId(identifiers.next());
        environments.saveAndFlush(new Environment(Current.company(), id, name, clock.instant()));
        log.append(NewEvent.of(EnvironmentEventKind.ENVIRONMENT_CREATED, name)
                .in(id)
                .with("name", name));
        return id;
    }

    /**
     * Gives an environment another name; the name it has already changes nothing.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws NameTakenException where another one of the company has that name
     */
    @Transactional
    public void rename(EnvironmentId id, String name) {
        var environment =
                environments.findById(EnvironmentKey.of(Current.company(), id)).orElseThrow(NotFoundException::new);
        var before = environment.name();
        if (before.equals(name)) {
            return;
        }
        refuseTakenName(name, id);
        environment.rename(name);
        environments.saveAndFlush(environment);
        log.append(NewEvent.of(EnvironmentEventKind.ENVIRONMENT_UPDATED, before, name)
                .in(id)
                .with("name before", before)
                .with("name after", name));
    }

    private void refuseTakenName(String name, @org.jspecify.annotations.Nullable EnvironmentId except) {
        var taken = rows.all(Current.company()).stream()
                .anyMatch(other ->
                        other.name().equalsIgnoreCase(name) && !other.id().equals(except));
        if (taken) {
            throw new NameTakenException();
        }
    }

    /** Another environment of the company has that name. */
    public static class NameTakenException extends RuntimeException {}

    @EventListener
    void addFirst(CompanyRegistered founded) {
        add(DEFAULT_NAME);
    }
}

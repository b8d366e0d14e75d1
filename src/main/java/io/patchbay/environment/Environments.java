package io.patchbay.environment;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.CompanyRegistered;
import io.patchbay.environment.model.Environment;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.environment.model.EnvironmentRepository;
import io.patchbay.environment.overview.EnvironmentViews;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The environments of the current company. */
@Service
public class Environments {

    private static final String DEFAULT_NAME = "Default Environment";

    private final CompanyLock companyLock;
    private final EnvironmentRepository environments;
    private final EnvironmentViews views;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Environments(
            CompanyLock companyLock,
            EnvironmentRepository environments,
            EnvironmentViews views,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.companyLock = companyLock;
        this.environments = environments;
        this.views = views;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** All of them, oldest first. */
    public List<EnvironmentView> all() {
        return views.all();
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the company has no such environment
     */
    public EnvironmentView get(EnvironmentId id) {
        return views.find(id).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds an environment.
     *
     * @throws NotFoundException where the company was deleted meanwhile
     * @throws NameTakenException where the company has one of that name
     */
    @Transactional
    public EnvironmentId add(String name) {
        companyLock.lock();
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
        companyLock.lock();
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

    /** To be asked while the company is locked: then no other change can take the name before this one is stored. */
    private void refuseTakenName(String name, @Nullable EnvironmentId except) {
        var taken = views.all().stream()
                .anyMatch(other ->
                        other.name().equalsIgnoreCase(name) && !other.id().equals(except));
        if (taken) {
            throw new NameTakenException();
        }
    }

    /** Another environment of the company has that name. */
    public static class NameTakenException extends RuntimeException {}

    @EventListener
    void addFirst(CompanyRegistered registered) {
        add(DEFAULT_NAME);
    }
}

package io.patchbay.deployment.quick;

import io.patchbay.company.CompanyDeleted;
import io.patchbay.company.CompanyLock;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The templates of the current company. A name is unique whatever the case, and whoever changes something holds the company's
 * row, so that no two take one name.
 */
@Service
public class DeploymentTemplates {

    /** So many a company can have. */
    public static final int AT_MOST = 50;

    private final TemplateStore store;
    private final CompanyLock company;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    DeploymentTemplates(TemplateStore store, CompanyLock company, EventLog log, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.company = company;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<DeploymentTemplate> all() {
        return store.all();
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional(readOnly = true)
    public DeploymentTemplate get(UUID id) {
        return store.find(id).orElseThrow(NotFoundException::new);
    }

    /**
     * Keeps defaults by a new name.
     *
     * @throws ConflictException where the name is taken or there are too many, with the reason for people
     */
    @Transactional
    public DeploymentTemplate add(String name, QuickDefaults defaults) {
        company.lock();
        var there = store.all();
        refuseTaken(there, name, null);
        if (there.size() >= AT_MOST) {
            throw new ConflictException("templates.full", AT_MOST);
        }
        var template = changed(identifiers.next(), name, defaults);
        store.save(template);
        log.append(
                NewEvent.of(TemplateEventKind.DEPLOYMENT_TEMPLATE_CREATED, name).with("name", name));
        return template;
    }

    /**
     * Replaces the defaults of one.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional
    public DeploymentTemplate overwrite(UUID id, QuickDefaults defaults) {
        company.lock();
        var before = get(id);
        if (before.defaults().equals(defaults)) {
            return before;
        }
        var after = changed(id, before.name(), defaults);
        store.save(after);
        log.append(NewEvent.of(TemplateEventKind.DEPLOYMENT_TEMPLATE_UPDATED, before.name())
                .with("changed", "defaults"));
        return after;
    }

    /**
     * Gives one another name; the name it has already changes nothing.
     *
     * @throws NotFoundException where the company has none of that identifier
     * @throws ConflictException where another one has the name, with the reason for people
     */
    @Transactional
    public void rename(UUID id, String name) {
        company.lock();
        var before = get(id);
        if (before.name().equals(name)) {
            return;
        }
        refuseTaken(store.all(), name, id);
        store.save(changed(id, name, before.defaults()));
        log.append(NewEvent.of(TemplateEventKind.DEPLOYMENT_TEMPLATE_UPDATED, before.name())
                .with("changed", "name")
                .with("name before", before.name())
                .with("name after", name));
    }

    /**
     * Deletes one; what was deployed with it stays as it is.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional
    public void delete(UUID id) {
        var template = get(id);
        store.delete(id);
        log.append(NewEvent.of(TemplateEventKind.DEPLOYMENT_TEMPLATE_DELETED, template.name())
                .with("name", template.name()));
    }

    @EventListener
    void forget(CompanyDeleted deleted) {
        store.deleteAll();
    }

    private DeploymentTemplate changed(UUID id, String name, QuickDefaults defaults) {
        return new DeploymentTemplate(
                id, name, defaults, clock.instant(), Current.actor().name());
    }

    private static void refuseTaken(List<DeploymentTemplate> there, String name, @Nullable UUID except) {
        if (there.stream()
                .anyMatch(one -> one.name().equalsIgnoreCase(name) && !one.id().equals(except))) {
            throw new ConflictException("templates.taken", name);
        }
    }
}

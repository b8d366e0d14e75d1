package io.patchbay.deployment.quick;

import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.quick.QuickStore.WaitingItem;
import io.patchbay.platform.tenancy.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a quick deployment, each a transaction: what was begun is noted together with it, so that it is begun once. */
@Service
class QuickWork {

    private final QuickStore store;
    private final DeploymentDrafts drafts;

    QuickWork(QuickStore store, DeploymentDrafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /** Who asked for it, and what is left of it. */
    record Asked(Actor.Member person, List<WaitingItem> items) {}

    @Transactional(readOnly = true)
    Optional<Asked> asked(UUID id) {
        return store.person(id).map(person -> new Asked(person, store.waiting(id)));
    }

    @Transactional
    void deploy(WaitingItem item) {
        store.started(item, drafts.deploy(item.environment(), item.app(), item.spec()));
    }

    @Transactional
    void refuse(WaitingItem item, String reason) {
        store.notDeployed(item, reason);
    }
}

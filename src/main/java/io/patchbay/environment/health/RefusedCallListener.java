package io.patchbay.environment.health;

import io.patchbay.environment.connection.ConnectionUpdates;
import io.patchbay.microsoft.TenantRefused;
import io.patchbay.platform.tenancy.Current;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a connection checked at once when any call to its tenant was refused; what the check itself is told is its own. */
@Component
class RefusedCallListener {

    private final ConnectionUpdates store;
    private final CheckJob job;
    private final TransactionTemplate transaction;

    RefusedCallListener(ConnectionUpdates store, CheckJob job, TransactionTemplate transaction) {
        this.store = store;
        this.job = job;
        this.transaction = transaction;
    }

    @EventListener
    void on(TenantRefused refused) {
        if (Current.companyIfAny().isEmpty() || Current.actor().equals(CheckJob.ACTOR)) {
            return;
        }
        transaction.executeWithoutResult(
                status -> store.suspected(refused.tenant()).ifPresent(job::now));
    }
}

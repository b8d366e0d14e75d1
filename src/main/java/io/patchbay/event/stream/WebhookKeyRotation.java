package io.patchbay.event.stream;

import io.patchbay.event.log.EventLogs;
import io.patchbay.platform.crypto.KeyRotation;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypts address and secret of the webhook of every company anew. */
@Component
class WebhookKeyRotation implements KeyRotation {

    private static final Actor ACTOR = new Actor.Machine("Key rotation");

    private final EventLogs logs;
    private final WebhookStore store;
    private final SecretBox secrets;
    private final TransactionTemplate transaction;

    WebhookKeyRotation(
            EventLogs logs,
            WebhookStore store,
            @Qualifier("eventSecrets") SecretBox secrets,
            TransactionTemplate transaction) {
        this.logs = logs;
        this.store = store;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public String setting() {
        return "patchbay.event.key-secret";
    }

    @Override
    public String what() {
        return "Event streaming webhooks";
    }

    @Override
    public Result rotate() {
        var companies = logs.all();
        var sum = new AtomicReference<>(new Result(0, companies.size()));
        PerCompany.forEach(companies, Function.identity(), ACTOR, company -> {
            var renewed = transaction.execute(status -> renew());
            sum.getAndUpdate(before -> before.plus(new Result(renewed == null ? 0 : renewed, -1)));
        });
        return sum.get();
    }

    private long renew() {
        var company = Current.company().value();
        var old = store.find().filter(webhook -> !secrets.isCurrent(company, webhook.address()));
        old.ifPresent(webhook -> store.renew(
                webhook, secrets.renew(company, webhook.address()), secrets.renew(company, webhook.secret())));
        return old.isPresent() ? 1 : 0;
    }
}

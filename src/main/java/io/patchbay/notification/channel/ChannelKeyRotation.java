package io.patchbay.notification.channel;

import io.patchbay.platform.crypto.KeyRotation;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypts addresses and secrets of the channels of all companies anew. */
@Component
class ChannelKeyRotation implements KeyRotation {

    private static final Actor ACTOR = new Actor.Machine("Key rotation");

    private final CrossTenantQueries crossTenant;
    private final ChannelStore store;
    private final SecretBox secrets;
    private final TransactionTemplate transaction;

    ChannelKeyRotation(
            CrossTenantQueries crossTenant,
            ChannelStore store,
            @Qualifier("channelSecrets") SecretBox secrets,
            TransactionTemplate transaction) {
        this.crossTenant = crossTenant;
        this.store = store;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public String setting() {
        return "patchbay.notification.key-secret";
    }

    @Override
    public String what() {
        return "Notification channels";
    }

    @Override
    public Result rotate() {
        var companies = crossTenant.ask("cross_tenant_companies_with_channels", CrossTenantQueries.COMPANY_ID);
        var sum = new AtomicReference<>(new Result(0, companies.size()));
        PerCompany.forEach(companies, Function.<CompanyId>identity(), ACTOR, company -> {
            var renewed = transaction.execute(status -> renew());
            sum.getAndUpdate(before -> before.plus(new Result(renewed == null ? 0 : renewed, -1)));
        });
        return sum.get();
    }

    private long renew() {
        var old = store.forRotation().stream()
                .filter(channel -> !secrets.isCurrent(channel.id(), channel.address()))
                .toList();
        for (var channel : old) {
            var secret = channel.secret();
            store.renew(
                    channel.id(),
                    secrets.renew(channel.id(), channel.address()),
                    secret == null ? null : secrets.renew(channel.id(), secret));
        }
        return old.size();
    }
}

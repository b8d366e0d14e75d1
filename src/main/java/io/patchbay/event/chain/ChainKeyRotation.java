package io.patchbay.event.chain;

import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.log.EventLogs;
import io.patchbay.event.log.EventReader;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.platform.crypto.KeyRotation;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the logs of all companies anew. It works as the owner of the schema, as migrations do: the portal's own role may not
 * change a link. A log that does not verify keeps its seals, so that nothing which was tampered with gets a good one.
 */
@Component
class ChainKeyRotation implements KeyRotation {

    private static final Actor ACTOR = new Actor.Machine("Key rotation");

    private final EventLogs logs;
    private final EventChain chain;
    private final EventReader reader;
    private final EventLog log;
    private final Flyway migrations;
    private final TransactionTemplate transaction;

    ChainKeyRotation(
            EventLogs logs,
            EventChain chain,
            EventReader reader,
            EventLog log,
            Flyway migrations,
            TransactionTemplate transaction) {
        this.logs = logs;
        this.chain = chain;
        this.reader = reader;
        this.log = log;
        this.migrations = migrations;
        this.transaction = transaction;
    }

    @Override
    public String setting() {
        return "patchbay.event.key-secret";
    }

    @Override
    public String what() {
        return "Event log entries";
    }

    @Override
    public Result rotate() {
        var companies = logs.all();
        var owner = migrations.getConfiguration().getDataSource();
        var jdbc = JdbcClient.create(owner);
        var store = new ChainStore(jdbc, new JdbcTemplate(owner), reader);
        var asOwner = new TransactionTemplate(new DataSourceTransactionManager(owner));
        var sum = new AtomicReference<>(new Result(0, companies.size()));
        PerCompany.forEach(companies, Function.identity(), ACTOR, company -> {
            sealAll();
            var reseal = asOwner.execute(status -> {
                jdbc.sql(Current.binding(company)).update();
                return new Reseal(store, chain).run();
            });
            if (reseal != null && reseal.renewed() > 0) {
                transaction.executeWithoutResult(status -> tell(reseal));
            }
            sum.getAndUpdate(before -> before.plus(new Result(reseal == null ? 0 : reseal.renewed(), -1)));
        });
        return sum.get();
    }

    /** What waits to be sealed is noted under the key secret before, which will not be known any more. */
    private void sealAll() {
        int sealed = EventChain.BATCH;
        while (sealed == EventChain.BATCH) {
            sealed = Objects.requireNonNull(transaction.execute(status -> chain.seal()));
        }
    }

    private void tell(Reseal.Done done) {
        log.append(NewEvent.of(LogEventKind.EVENT_LOG_RESEALED, done.renewed())
                .with("entries", done.renewed())
                .with("last before", HexFormat.of().formatHex(done.headBefore()))
                .with("last after", HexFormat.of().formatHex(done.headAfter())));
    }
}

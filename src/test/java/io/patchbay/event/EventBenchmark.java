package io.patchbay.event;

import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventExport.Format;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.chain.SealJob;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Portal;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the log behaves when it is large, run by hand: {@code ./mvnw test -Dtest=EventBenchmark -Dpatchbay.benchmark=true
 * -Dpatchbay.benchmark.companies=1000}. Each company has 10,000 events over a year; one more has a million. Portal and
 * database share the machine.
 */
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class EventBenchmark {

    private static final int EACH = 10_000;
    private static final int SECONDS_BETWEEN = 3_000;
    private static final int BIG = 1_000_000;
    private static final int ROUNDS = 40;
    private static final int EXPORTS = 3;
    private static final List<Format> FORMATS = List.of(Format.CSV, Format.JSON_LINES);
    private static final Actor ACTOR = new Actor.Machine("Benchmark");

    private final Portal portal = Portal.running();
    private final UUID measured = UUID.randomUUID();

    @Test
    void pagesExportAndAppends() throws Exception {
        var companies = Integer.getInteger("patchbay.benchmark.companies", 1_000);
        portal.reset();
        portal.database().execute("select event_partitions_ensure((now() - interval '400 days')::date, 15)");
        fill("'" + measured + "'::uuid", EACH, SECONDS_BETWEEN);
        analyze();
        pages(measured, "one company, %,d events in all".formatted(EACH));
        for (int done = 0; done < companies; done += 50) {
            var some = Math.min(50, companies - done);
            fill(
                    "(select array_agg(gen_random_uuid()) from generate_series(1, %d))".formatted(some),
                    EACH,
                    SECONDS_BETWEEN);
        }
        analyze();
        pages(
                measured,
                "%,d companies, %,d events in all"
                        .formatted(companies + 1, portal.database().count("event")));
        appends();
        var big = UUID.randomUUID();
        fill("'" + big + "'::uuid", BIG, 30);
        analyze();
        pages(big, "a company with %,d events".formatted(BIG));
        export(big);
    }

    /** Writes events past the portal, for one company or for each of an array of them. */
    private void fill(String companies, int each, int secondsBetween) {
        portal.database().execute("""
                with owner as (select unnest(%s) as company_id),
                made as (select company_id, i, (extract(epoch from now())::bigint - 60 - i * %d::bigint) * 1000 as ms
                  from owner, generate_series(0, %d - 1) i)
                insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                  severity, actor_kind, actor_name, actor_email, address, user_agent, correlation_id, details)
                select company_id, to_timestamp(ms / 1000.0),
                  (lpad(to_hex(ms), 12, '0') || '70008' || substr(md5(random()::text), 1, 15))::uuid, 'COMPANY_UPDATED',
                  'Company Updated ' || i, 'Person ' || i %% 50 || ' changed the company''s name, for the time number ' || i,
                  (array['COMPANY', 'INTUNE', 'USER', 'ACCESS', 'ENVIRONMENT'])[1 + i %% 5],
                  (array['UPDATED', 'CREATED', 'REMOVED'])[1 + i %% 3], (array['GENERAL', 'SECURITY'])[1 + i %% 2],
                  'PERSON', 'Person ' || i %% 50, 'person@example.com', '192.0.2.1', 'Mozilla/5.0 (X11; Linux x86_64)',
                  gen_random_uuid()::text, '{"changed": "name", "before": "Contoso", "after": "Contoso Ltd"}'
                from made
                """.formatted(
                        companies.startsWith("(") ? companies : "array[" + companies + "]", secondsBetween, each));
    }

    private void analyze() {
        portal.database().execute("vacuum analyze event");
    }

    private void pages(UUID company, String state) {
        var search = portal.bean(EventSearch.class);
        var middle = portal.database()
                .one(
                        "select event_id from event where company_id = '" + company
                                + "' order by occurred_at offset 1000 limit 1",
                        UUID.class);
        var filtered = new EventFilter(
                "", LocalDate.of(2000, 1, 1), null, Category.INTUNE, null, Severity.SECURITY, "Person 1", null);
        var text = new EventFilter("number 777", null, null, null, null, null, null, null);
        report(company, state, "first page", () -> search.find(EventFilter.NONE, new Position.Newest(), 25));
        report(company, state, "deep page", () -> search.find(EventFilter.NONE, new Position.OlderThan(middle), 25));
        report(company, state, "filtered page", () -> search.find(filtered, new Position.Newest(), 25));
        report(company, state, "search", () -> search.find(text, new Position.Newest(), 25));
    }

    private void report(UUID company, String state, String what, Runnable page) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            Current.inside(scope(company), page::run);
            times.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(times);
        print(
                "%s: %s, median %.1f ms, 95th percentile %.1f ms",
                state, what, times.get(ROUNDS / 2), times.get(ROUNDS * 95 / 100));
    }

    private void appends() throws InterruptedException {
        var seconds = 15;
        var transaction = new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
        var log = portal.bean(EventLog.class);
        var search = portal.bean(EventSearch.class);
        var appended = new AtomicLong();
        var read = new AtomicLong();
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 5; i++) {
                var company = UUID.randomUUID();
                threads.execute(() -> Current.inside(scope(company), () -> {
                    while (System.nanoTime() < end) {
                        transaction.executeWithoutResult(
                                status -> log.append(NewEvent.of(CompanyEventKind.COMPANY_UPDATED)
                                        .variant("name")
                                        .with("changed", "name")));
                        appended.incrementAndGet();
                    }
                }));
            }
            threads.execute(() -> Current.inside(scope(measured), () -> {
                while (System.nanoTime() < end) {
                    search.find(EventFilter.NONE, new Position.Newest(), 25);
                    read.incrementAndGet();
                }
            }));
        }
        print(
                "%,.0f appends a second for %d s beside %,.0f pages a second",
                (double) appended.get() / seconds, seconds, (double) read.get() / seconds);
        var start = System.nanoTime();
        portal.bean(SealJob.class).sealAll();
        print("%,d events sealed in %.1f s", appended.get(), (System.nanoTime() - start) / 1e9);
    }

    /** A first round of each warms up and looks at the memory; then medians of interleaved rounds. */
    private void export(UUID big) throws Exception {
        copy(big);
        for (var format : FORMATS) {
            memory(big, format);
        }
        var copies = new ArrayList<Double>();
        var exports = new EnumMap<Format, List<Double>>(Format.class);
        for (int round = 0; round < EXPORTS; round++) {
            copies.add(copy(big));
            for (var format : FORMATS) {
                exports.computeIfAbsent(format, key -> new ArrayList<>()).add(export(big, format, text -> {}));
            }
        }
        exports.forEach((format, took) -> print(
                "export of %,d events as %s: %.1f s, %.0f %% of the speed of COPY (%.1f s)",
                BIG, format, median(took), 100 * median(copies) / median(took), median(copies)));
    }

    private void memory(UUID company, Format format) throws Exception {
        var bytes = new AtomicLong();
        var lines = new AtomicLong();
        var highest = new AtomicLong();
        var before = heap();
        export(company, format, text -> {
            bytes.addAndGet(text.length());
            if (lines.incrementAndGet() % 250_000 == 0) {
                highest.accumulateAndGet(heap(), Math::max);
            }
        });
        print(
                "export of %,d lines as %s (%d MB): heap %d MiB before, %d MiB at most",
                lines.get(), format, bytes.get() / 1_000_000, before, highest.get());
    }

    private double export(UUID company, Format format, EventExport.Sink sink) throws Exception {
        var start = System.nanoTime();
        Current.inside(scope(company), () -> portal.bean(EventExport.class).write(EventFilter.NONE, format, sink));
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> rounds) {
        return rounds.stream().sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
    }

    private double copy(UUID company) throws SQLException, java.io.IOException {
        try (var application = portal.database().asApplication()) {
            application.createStatement().execute("select set_config('patchbay.company_id', '" + company + "', false)");
            var start = System.nanoTime();
            application
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from event where company_id = '" + company
                                    + "' order by occurred_at desc, event_id desc) to stdout (format csv)",
                            OutputStream.nullOutputStream());
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static Current.Scope scope(UUID company) {
        return new Current.Scope(new CompanyId(company), "Benchmark", ACTOR, java.util.Set.of(), java.util.Set.of());
    }

    private static void print(String text, Object... arguments) {
        System.out.printf(Locale.ENGLISH, "BENCHMARK " + text + "%n", arguments);
    }
}

package yardstick;

import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.event.ManyEvents;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalProcess;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;
import yardstick.Load.Measured;

/**
 * How fast pages are, beside the least that a page can cost: {@code ./mvnw -Pbenchmark verify}. The portal runs in a process of
 * its own. No absolute time is asserted, ratios are.
 */
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class PageBenchmark {

    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 3;
    private static final int PEOPLE = 50;
    private static final int EVENTS_EACH = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("patchbay.benchmark.seconds", 10));
    private static final Duration ROUND = WARM_UP;

    private static final Pattern SIZE = Pattern.compile("(?:rows|size)=(\\d+)");

    private static final List<String> PAGES = List.of(
            Yardsticks.CONSTANT,
            Yardsticks.barePage(10),
            Yardsticks.barePage(NumberedPages.SIZE),
            Yardsticks.barePage(50),
            Load.SIGN_IN,
            "/catalog",
            "/settings/environments",
            "/deployments",
            "/notifications");

    private static final List<String> EVENT_PAGES = List.of(
            "/events?size=10", "/events?size=50", "/events?size=10&category=INTUNE", "/events?size=10&q=number+777");

    private final Portal portal = Portal.running();

    @Test
    void pagesBesideYardsticks() throws Exception {
        portal.reset();
        portal.importCatalog();
        var contoso = Deploying.begin(portal);
        var founder = contoso.founder();
        Contoso.addChannelAndBanner(portal, founder);
        fillCompany();
        deployments(contoso);
        finish();
        var eventPages = Stream.concat(EVENT_PAGES.stream(), Stream.of("/events?size=10&before=" + middle()))
                .toList();
        var port = TestSocketUtils.findAvailableTcpPort();
        try (var process = PortalProcess.start(
                portal,
                port,
                Map.of(
                        "spring.main.sources", Yardsticks.class.getName(),
                        "patchbay.portal.base-url", portal.url(),
                        "patchbay.catalog.schedule", "-"))) {
            await().atMost(Duration.ofMinutes(3)).until(process::isThere);
            var load = new Load("http://localhost:" + port, sessions(founder), process.handle());
            var pages = Stream.concat(PAGES.stream(), eventPages.stream()).toList();
            warmUp(load, pages);
            var alone = measured(load, 16, eventPages);
            fillOthers();
            var few = measured(load, 16, pages);
            print(few, 16, founder);
            var many = measured(load, 64, pages);
            print(many, 64, founder);
            assertSoftly(softly -> {
                ratios(softly, few, many);
                compare(softly, alone, few);
            });
        }
    }

    /** A bare page is compiled in seconds, one with everything not before it was asked for thousands of times. */
    private static void warmUp(Load load, List<String> pages) throws InterruptedException {
        for (int time = 0; time < WARM_UPS; time++) {
            for (var page : pages) {
                load.during(WARM_UP, 16, page);
            }
        }
    }

    private Map<String, Measured> measured(Load load, int connections, List<String> pages) throws InterruptedException {
        for (var page : pages) {
            load.during(WARM_UP, connections, page);
        }
        var all = new LinkedHashMap<String, List<Measured>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var page : pages) {
                all.computeIfAbsent(page, key -> new ArrayList<>()).add(load.during(ROUND, connections, page));
            }
        }
        var medians = new LinkedHashMap<String, Measured>();
        all.forEach((page, rounds) -> {
            rounds.sort(Comparator.comparingDouble(Measured::perSecond));
            medians.put(page, rounds.get(ROUNDS / 2));
        });
        return medians;
    }

    private static void ratios(SoftAssertions softly, Map<String, Measured> few, Map<String, Measured> many) {
        softly.assertThat(ofBarePage("/settings/environments", few))
                .as("Environments beside the bare page")
                .isGreaterThanOrEqualTo(0.7);
        softly.assertThat(ofBarePage("/deployments", few))
                .as("Deployments beside the bare page")
                .isGreaterThanOrEqualTo(0.7);
        softly.assertThat(ofBarePage("/events?size=10", few))
                .as("Events beside the bare page")
                .isGreaterThanOrEqualTo(0.5);
        many.forEach((page, measured) -> softly.assertThat(measured.slowest() / measured.middle())
                .as("the slowest of a hundred answers of %s beside the median", page)
                .isLessThanOrEqualTo(5));
    }

    private static void compare(SoftAssertions softly, Map<String, Measured> alone, Map<String, Measured> amongMany) {
        alone.forEach((page, measured) -> {
            var times = amongMany.get(page).middle() / measured.middle();
            print("%-34s takes %.2f times as long among the events of all companies", page, times);
            softly.assertThat(times)
                    .as("%s among the events of all companies", page)
                    .isLessThanOrEqualTo(1.15);
        });
    }

    private void print(Map<String, Measured> table, int connections, Surfer founder) {
        print("%d connections, medians of %d rounds of %d s", connections, ROUNDS, ROUND.toSeconds());
        print(
                "%-34s %9s %8s %8s %8s %8s %10s %8s %8s %8s",
                "page", "a second", "p50 ms", "p99 ms", "CPU ms", "KiB", "statements", "bytes", "refused", "of bare");
        table.forEach((page, measured) -> print(
                "%-34s %9.0f %8.1f %8.1f %8.2f %8.0f %10s %8d %8d %7.0f%%",
                page.length() > 34 ? page.substring(0, 33) + "…" : page,
                measured.perSecond(),
                measured.middle(),
                measured.slowest(),
                measured.cpu(),
                measured.allocated(),
                page.startsWith("/yardstick") ? "" : StatementCount.during(() -> founder.visit(page)),
                measured.bytes(),
                measured.refused(),
                100 * ofBarePage(page, table)));
    }

    /** The answers a second of a page for each one of the bare page with as many rows. */
    private static double ofBarePage(String page, Map<String, Measured> table) {
        var size = SIZE.matcher(page);
        var rows = size.find() ? Integer.parseInt(size.group(1)) : NumberedPages.SIZE;
        return table.get(page).perSecond()
                / table.get(Yardsticks.barePage(rows)).perSecond();
    }

    /** Different people of the company, each signed in. */
    private List<String> sessions(Surfer founder) {
        return Stream.concat(
                        Stream.of(founder), Stream.generate(this::colleague).limit(PEOPLE - 1L))
                .map(person -> person.visit("/catalog").statusCode() == 200 ? person.cookie("patchbay") : "")
                .toList();
    }

    private Surfer colleague() {
        var account = portal.microsoft().controls().newAccount(Contoso.TENANT, "colleague-" + UUID.randomUUID());
        portal.database()
                .execute("insert into member (company_id, user_id, tenant_id, object_id, name, email, role,"
                        + " access_management, joined_at, version) select company_id, gen_random_uuid(), tenant_id, '"
                        + account.id() + "', '" + account.displayName() + "', '" + account.userPrincipalName()
                        + "', role, access_management, joined_at, 0 from member limit 1");
        return new Surfer(portal).signIn(account.userPrincipalName());
    }

    private void fillCompany() {
        var database = portal.database();
        var company = database.one("select company_id from company", UUID.class);
        database.execute("create table if not exists yardstick (bucket integer primary key, hits integer not null)");
        database.execute("insert into yardstick select i, i from generate_series(1, 1000) i on conflict do nothing");
        database.execute("grant select on yardstick to patchbay_app");
        database.execute("insert into environment (company_id, environment_id, name, created_at, version)" + " select '"
                + company + "', gen_random_uuid(), 'Branch ' || i, now(), 0 from generate_series(1, 200) i");
        database.execute("insert into catalog_app (app_id, name, publisher, summary, description, newest_version,"
                + " updated_at, architectures, withdrawn) select 'Made.App' || n, 'Application ' || md5(n::text),"
                + " 'Publisher ' || n % 500, 'Does things', 'Does things', '1.0', now(), '{X64}', false"
                + " from generate_series(1, 8000) n");
        database.execute("select event_partitions_ensure((now() - interval '400 days')::date, 15)");
        database.execute(ManyEvents.insert("'" + company + "'::uuid", EVENTS_EACH, 3_000, "Entry"));
    }

    private void deployments(Deploying contoso) {
        var now = portal.microsoft().clock().instant();
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 0; i < 2_000; i++) {
                contoso.insertVersion(contoso.insertActive(), PublishProgress.assigned("app-" + i))
                        .state()
                        .succeed(now);
            }
        }));
    }

    private String middle() {
        return portal.database()
                .one(
                        "select event_id::text from event order by occurred_at desc offset " + EVENTS_EACH / 2
                                + " limit 1",
                        String.class);
    }

    private void fillOthers() {
        var database = portal.database();
        for (int i = 0; i < Integer.getInteger("patchbay.benchmark.companies", 1_000); i++) {
            database.execute(ManyEvents.insert("'" + UUID.randomUUID() + "'::uuid", EVENTS_EACH, 3_000, "Entry"));
        }
        finish();
    }

    private void finish() {
        portal.database().execute("delete from event_unsealed");
        portal.database().execute("vacuum analyze");
    }

    private static void print(String text, Object... arguments) {
        System.out.printf(Locale.ENGLISH, "BENCHMARK " + text + "%n", arguments);
    }
}

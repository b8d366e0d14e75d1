package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A page costs a handful of SQL statements, whatever the amount of data: also where dozens of environments are connected.
 * Counted are all of them: the session, the rights, the binding of the company, the page, navigation, banners and bell.
 */
@PortalTest
class PageCostTests {

    private static final Limit LIMIT = new Limit(8, 2);

    /** Asks Microsoft and gathers what every module keeps; and writes what was seen into a company's log. */
    private static final Map<String, Limit> DEARER = Map.ofEntries(
            Map.entry("/settings/environments/{id}/intune/delete", new Limit(20, 3)),
            Map.entry("/support/companies/{id}/connection", new Limit(9, 2)));

    /** Show what they are for only where the address names an application. */
    private static final Map<String, String> QUERIES =
            Map.of("/deployments/new", "?app=7zip.7zip", "/deployments/quick", "?app=7zip.7zip&app=Git.Git");

    private record Limit(int statements, int transactions) {

        boolean holds(StatementCount.Cost cost) {
            return cost.statements().size() <= statements && cost.begun() <= transactions;
        }
    }

    @Test
    void everyPageStaysWithinItsLimits(Portal portal) {
        var contoso = Contoso.connected(portal);
        grow(portal, 1000, 60);
        connect(portal);
        letSupportIn(portal, contoso);
        var tooDear = new ArrayList<String>();
        for (var page : pages(portal)) {
            var who = contoso.personFor(page);
            var address = addressOf(page.pattern(), contoso) + QUERIES.getOrDefault(page.pattern(), "");
            who.get(address);
            var cost = StatementCount.costOf(() -> who.get(address));
            assertThat(cost.ended()).as(page.pattern()).isEqualTo(cost.begun());
            var limit = DEARER.getOrDefault(page.pattern(), LIMIT);
            if (!limit.holds(cost)) {
                tooDear.add("%s: %d transactions, %d statements and%n%s"
                        .formatted(page, cost.begun(), cost.statements().size(), String.join("\n", cost.statements())));
            }
        }
        assertThat(tooDear).isEmpty();
    }

    private static void letSupportIn(Portal portal, Contoso contoso) {
        contoso.founder().visit("/settings/company/support");
        contoso.founder().post("/settings/company/support", "access", "READ_ONLY", "period", "DAY");
        var support = Endpoint.all(portal).stream()
                .filter(page -> page.pattern().equals("/support/companies/{id}/events"))
                .map(contoso::personFor)
                .findFirst()
                .orElseThrow();
        var company = addressOf("/support/companies/{id}", contoso);
        support.visit(company);
        support.post(company + "/sessions", "number", "4711");
        assertThat(support.visit(company + "/events").statusCode()).isEqualTo(200);
    }

    private static List<Endpoint> pages(Portal portal) {
        return Endpoint.all(portal).stream()
                .filter(endpoint -> endpoint.method() == RequestMethod.GET)
                .toList();
    }

    private static String addressOf(String page, Contoso contoso) {
        var address = page;
        for (var id : contoso.identifiers().entrySet()) {
            address = address.replaceAll("/" + id.getKey() + "/\\{[a-z]+}", "/" + id.getKey() + "/" + id.getValue());
        }
        return address.replaceAll("\\{[a-zA-Z]+}", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/catalog",
                "/deployments",
                "/events",
                "/settings/environments",
                "/settings/users",
                "/settings/users/pending",
                "/settings/quotes",
                "/account"
            })
    void costsTheSameWithMoreData(String page, Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.visit(page);
        var few = StatementCount.during(() -> ada.visit(page));
        for (int i = 0; i < 20; i++) {
            ada.post("/settings/environments", "name", "Environment " + i);
        }
        ada.visit(page);

        assertThat(StatementCount.during(() -> ada.visit(page))).isEqualTo(few);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings/environments",
                "/settings/environments?page=2",
                "/settings/environments?q=Branch",
                "/settings/environments?status=NOT_CONNECTED&sort=NAME",
                "/settings/users",
                "/settings/users?page=2",
                "/settings/users?q=person",
                "/settings/users/pending",
                "/settings/users/invitations",
                "/settings/users/groups",
                "/catalog",
                "/deployments",
                "/notifications",
                "/overview",
                "/search?q=person"
            })
    void isAsLargeWithMuchMoreData(String page, Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        grow(portal, 1000, 60);
        ada.visit(page);
        var cost = StatementCount.during(() -> ada.visit(page));
        var size = ada.visit(page).body().length();
        grow(portal, 2000, 500);
        ada.visit(page);

        assertThat(StatementCount.during(() -> ada.visit(page))).isEqualTo(cost);
        assertThat(ada.page().body().length()).isCloseTo(size, Percentage.withPercentage(2));
    }

    /** Connects all environments of the company to a tenant each, licenses them, and deploys something to them. */
    private static void connect(Portal portal) {
        portal.database().execute("""
                insert into intune_connection
                select (jsonb_populate_record(c, jsonb_build_object(
                  'environment_id', e.environment_id, 'tenant_id', gen_random_uuid()))).*
                from environment e cross join intune_connection c where e.environment_id <> c.environment_id
                """);
        portal.database().execute("""
                insert into license
                select (jsonb_populate_record(l, jsonb_build_object(
                  'environment_id', e.environment_id, 'license_id', gen_random_uuid()))).*
                from environment e cross join license l where e.environment_id <> l.environment_id
                """);
        portal.database().execute("""
                insert into deployment
                select (jsonb_populate_record(d, jsonb_build_object(
                  'environment_id', e.environment_id, 'deployment_id', gen_random_uuid(), 'state', 'ACTIVE'))).*
                from environment e cross join deployment d where e.environment_id <> d.environment_id
                """);
    }

    /** Gives the company so many more environments, members, requests for access and invitations. */
    private static void grow(Portal portal, int from, int number) {
        portal.database().execute("""
                with number as (select i, gen_random_uuid() id from generate_series(%d, %d) i),
                one as (select company_id from company),
                people as (insert into member (company_id, user_id, tenant_id, object_id, name, email, role, access_management,
                    joined_at, version)
                  select company_id, id, id, id, 'Person ' || i, 'person' || i || '@example.com', 'FULL_ADMIN', false, now(), 0
                  from number, one),
                asking as (insert into access_request (company_id, request_id, tenant_id, object_id, name, email, reason, status,
                    requested_at, version)
                  select company_id, id, id, id, 'Person ' || i, 'person' || i || '@example.com', '', 'PENDING', now(), 0
                  from number, one),
                invited as (insert into invitation (company_id, invitation_id, email, role, access_management, token_hash,
                    invited_by, invited_at, expires_at, version)
                  select company_id, id, 'guest' || i || '@example.com', 'FULL_ADMIN', false, decode(md5(id::text), 'hex'),
                    'Ada', now(), now() + interval '1 day', 0
                  from number, one)
                insert into environment (company_id, environment_id, name, created_at, version)
                select company_id, id, 'Branch ' || i, now(), 0 from number, one
                """.formatted(from, from + number - 1));
    }
}

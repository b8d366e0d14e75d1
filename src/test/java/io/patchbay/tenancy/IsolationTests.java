package io.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/** No company ever sees or touches what belongs to another, in SQL and over HTTP. */
@PortalTest
class IsolationTests {

    private static final List<String> TABLES = List.of(
            "company", "member", "access_request", "event", "environment", "intune_connection", "consent_attempt");

    /** Which identifier of company A stands for each variable of a path. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Test
    void theApplicationSeesNoRowWithoutACompany(Portal portal) throws SQLException {
        connectedContoso(portal);
        try (var application = portal.database().asApplication()) {
            for (var table : TABLES) {
                assertThat(count(application, table)).as(table).isZero();
            }
            assertThatThrownBy(() -> application
                            .createStatement()
                            .execute("insert into environment values ('%s', '%s', 'x', now(), 0)"
                                    .formatted(UUID.randomUUID(), UUID.randomUUID())))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void aBoundCompanySeesItsOwnRowsAndOnlyWithinTheTransaction(Portal portal) throws SQLException {
        connectedContoso(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        try (var application = portal.database().asApplication()) {
            application.setAutoCommit(false);
            for (var company : ids(portal, "select company_id from company")) {
                application
                        .createStatement()
                        .execute("select set_config('patchbay.company_id', '%s', true)".formatted(company));
                assertThat(count(application, "company")).isEqualTo(1);
                assertThat(count(application, "environment")).isEqualTo(1);
                application.commit();
                assertThat(count(application, "company")).isZero();
                application.commit();
            }
        }
    }

    @Test
    void everyAddressWithAnIdentifierOfAnotherCompanyIsNotFound(Portal portal) throws SQLException {
        connectedContoso(portal);
        new Surfer(portal)
                .signIn("user@contoso.onmicrosoft.com")
                .post(
                        "/companies/"
                                + ids(portal, "select company_id from company").getFirst() + "/access-requests",
                        "reason",
                        "please");
        var foreign = Map.of(
                "environments",
                        ids(portal, "select environment_id from environment").getFirst(),
                "events", ids(portal, "select event_id from event").getFirst(),
                "pending", ids(portal, "select request_id from access_request").getFirst(),
                "attempts",
                        ids(portal, "select attempt_id from consent_attempt").getFirst(),
                "companies", ids(portal, "select company_id from company").getFirst(),
                "connect", ids(portal, "select company_id from company").getFirst());
        var before = rowCounts(portal);
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var afterBobCame = rowCounts(portal);

        for (var endpoint : endpoints(portal).entrySet()) {
            var other = address(endpoint.getKey(), foreign);
            var random = address(endpoint.getKey(), Map.of());
            var theirs = request(bob, endpoint.getValue(), other);
            var nobodys = request(bob, endpoint.getValue(), random);
            assertThat(theirs).as(other).startsWith("404").isEqualTo(nobodys);
        }
        assertThat(rowCounts(portal)).isEqualTo(afterBobCame).isNotEqualTo(before);
    }

    private static String request(Surfer surfer, RequestMethod method, String address) {
        var answer = method == RequestMethod.GET
                ? surfer.get(address)
                : surfer.post(
                        address,
                        address.endsWith("approval")
                                ? new String[] {"role", "READ_ONLY_ADMIN"}
                                : address.matches("/settings/environments/[^/]+")
                                        ? new String[] {"name", "Mine now"}
                                        : new String[0]);
        return answer.statusCode() + " "
                + answer.body()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("content=\"[^\"]*\"", "");
    }

    /** Every mapped address with an identifier in it; a new one is tested without being named here. */
    private static Map<String, RequestMethod> endpoints(Portal portal) {
        return portal.endpoints().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.contains("{"))
                        .map(pattern -> Map.entry(
                                pattern,
                                entry.getKey().getMethodsCondition().getMethods().stream()
                                        .min(Comparator.naturalOrder())
                                        .orElse(RequestMethod.GET))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static String address(String pattern, Map<String, UUID> identifiers) {
        var path = new StringBuilder();
        var segments = pattern.substring(1).split("/");
        for (int i = 0; i < segments.length; i++) {
            var variable = VARIABLE.matcher(segments[i]).matches();
            var value = variable && i > 0 ? identifiers.get(segments[i - 1]) : null;
            path.append('/').append(variable ? (value == null ? UUID.randomUUID() : value) : segments[i]);
        }
        return path.toString();
    }

    private static Surfer connectedContoso(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com").awaitOutcome();
        return ada;
    }

    private static Map<String, Long> rowCounts(Portal portal) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var admin = portal.database().asSuperuser()) {
            for (var table : TABLES) {
                counts.put(table, count(admin, table));
            }
        }
        return counts;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<UUID> ids(Portal portal, String query) throws SQLException {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var found = new java.util.ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }
}

package io.patchbay.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import io.patchbay.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No company ever sees or touches what belongs to another, in SQL and over HTTP. */
@PortalTest
class IsolationTests {

    @Test
    void theApplicationSeesNoRowWithoutACompany(Portal portal) throws SQLException {
        Contoso.connected(portal);
        try (var application = portal.database().asApplication()) {
            for (var table : portal.database().companyTables()) {
                assertThat(TestDatabase.count(application, table)).as(table).isZero();
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
        var contoso = Contoso.connected(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        try (var application = portal.database().asApplication()) {
            application.setAutoCommit(false);
            for (var company : List.of(
                    contoso.id("select company_id from company"),
                    contoso.id("select company_id from company order by company_id desc"))) {
                application
                        .createStatement()
                        .execute("select set_config('patchbay.company_id', '%s', true)".formatted(company));
                assertThat(TestDatabase.count(application, "company")).isEqualTo(1);
                assertThat(TestDatabase.count(application, "environment")).isEqualTo(1);
                application.commit();
                assertThat(TestDatabase.count(application, "company")).isZero();
                application.commit();
            }
        }
    }

    @Test
    void everyAddressWithAnIdentifierOfAnotherCompanyIsNotFound(Portal portal) {
        var foreign = Contoso.connected(portal).identifiers();
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var before = portal.database().rowCounts();

        for (var endpoint : Endpoint.all(portal)) {
            if (endpoint.hasVariable()) {
                var theirs = request(bob, endpoint, foreign);
                var nobodys = request(bob, endpoint, Map.of());
                assertThat(theirs).as(endpoint.toString()).startsWith("404").isEqualTo(nobodys);
            }
        }
        assertThat(portal.database().rowCounts()).isEqualTo(before);
    }

    private static String request(Surfer surfer, Endpoint endpoint, Map<String, ?> identifiers) {
        var fields = endpoint.parameters().stream()
                .flatMap(name -> Stream.of(name, Endpoint.plausible(name)))
                .toArray(String[]::new);
        var answer = endpoint.call(surfer, endpoint.address(identifiers), fields);
        return answer.statusCode() + " "
                + answer.body()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("content=\"[^\"]*\"", "");
    }
}

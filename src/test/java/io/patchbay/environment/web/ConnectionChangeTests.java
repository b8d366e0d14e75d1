package io.patchbay.environment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with a connection waits for what is being stored about it, and is done all the same. */
@PortalTest
class ConnectionChangeTests {

    @ParameterizedTest
    @ValueSource(strings = {"check", "pause", "delete"})
    void isDoneWhereACheckIsStoredAtTheSameMoment(String change, Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        var connection = "/settings/environments/" + ada.environment() + "/intune";
        ada.visit(connection);
        try (var check = portal.database().asSuperuser();
                var threads = Executors.newSingleThreadExecutor()) {
            check.setAutoCommit(false);
            check.createStatement().execute("update intune_connection set version = version + 1");
            var answer = threads.submit(() -> ada.post(connection + "/" + change));
            await().until(() -> answer.isDone()
                    || portal.database()
                                    .count(
                                            "pg_stat_activity where wait_event_type = 'Lock' and query like '%intune_connection%'")
                            > 0);
            check.commit();
            assertThat(answer.get().statusCode()).isEqualTo(302);
        }
    }
}

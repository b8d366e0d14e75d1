package io.patchbay.deployment.removal;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** Deployments whose applications are in Intune: each is superseded by the newest, and one is assigned by hand. */
final class ManyApplications {

    private final Deploying contoso;
    private final Portal portal;
    private final int old;
    private final String byHand;

    private ManyApplications(Deploying contoso, Portal portal, int old) {
        this.contoso = contoso;
        this.portal = portal;
        this.old = old;
        this.byHand = created();
        contoso.intune().assignByHand(Contoso.TENANT, byHand, contoso.group("Design Studio"), "required");
    }

    /**
     * So many deployments in Contoso's tenant.
     *
     * @param old how many old versions each of them has
     */
    static ManyApplications fill(Portal portal, int deployments, int old) {
        var contoso = Deploying.begin(portal);
        var many = new ManyApplications(contoso, portal, old);
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 0; i < deployments; i++) {
                many.deployment(i == 0 ? many.byHand : many.created());
            }
        }));
        return many;
    }

    private String created() {
        return contoso.intune().createByHand(Contoso.TENANT, "Application");
    }

    private void deployment(String oldest) {
        var deployment = contoso.insertActive();
        var latest = created();
        var now = portal.microsoft().clock().instant();
        var older = IntStream.range(0, old)
                .mapToObj(i -> i == 0 ? oldest : created())
                .toList();
        for (var app : older) {
            contoso.intune().supersede(Contoso.TENANT, latest, app);
            var version = contoso.insertVersion(deployment, "23.0" + older.indexOf(app), PublishProgress.assigned(app));
            version.state().succeed(now);
            version.supersede(now);
        }
        contoso.insertVersion(deployment, PublishProgress.assigned(latest))
                .state()
                .succeed(now);
    }

    /** The administrator presses OK, and wants all of it removed. */
    void disconnect() {
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(page);
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
    }

    /** How many applications Intune changes an answer for at most, in a window; each answer takes that long. */
    void pace(int writes, int any, Duration window, Duration answer) {
        contoso.intune().faults().limits(writes, any, window);
        contoso.intune().times().answer(answer);
    }

    /** What is left in the tenant. */
    List<String> left() {
        return contoso.apps().stream().map(SimulatedApp::id).toList();
    }

    /** The one that somebody assigned by hand. */
    String byHand() {
        return byHand;
    }
}

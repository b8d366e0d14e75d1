package io.patchbay.operations;

import io.patchbay.operations.Cluster.Instance;
import io.patchbay.testsupport.Contoso;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills, restarts and rolls two instances while people work and jobs run, then counts: nothing may be lost, nothing may be
 * there twice. Started by {@code src/test/cluster/run}; the exit code is 1 if something is wrong.
 */
public final class ClusterRun {

    static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");

    private static final int READERS = 6;

    /** An instance that was away is passed over for so long (fail_timeout in src/deploy/balancer/nginx.conf), and a bit. */
    private static final Duration BALANCER_LOOKS_AGAIN = Duration.ofSeconds(4);

    private final Cluster cluster;
    private final Crowd crowd = new Crowd();
    private final List<String> figures = Collections.synchronizedList(new ArrayList<>());

    private ClusterRun(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        boolean right;
        try (var cluster = new Cluster()) {
            right = new ClusterRun(cluster).run();
        }
        System.exit(right ? 0 : 1);
    }

    private boolean run() throws Exception {
        figure("start of the first instance", cluster.start(Instance.ONE));
        figure("start of the second instance", cluster.start(Instance.TWO));
        Cluster.await("the App Catalog", () -> cluster.database().count("catalog_app") > 0);
        var contoso = ClusterCompany.found(cluster, Contoso.ADMIN, "Contoso");
        var fabrikam = ClusterCompany.found(cluster, "admin@fabrikam.onmicrosoft.com", "Fabrikam");
        contoso.stream("siem");
        fabrikam.notify("team", "DISCONNECT_STARTED", "DISCONNECT_FINISHED");
        publishAll(fabrikam);
        awaitPublished(fabrikam);
        var count = new ClusterCount(cluster, crowd, contoso, fabrikam);
        beginCrowd(contoso, fabrikam);
        var publishing = CompletableFuture.runAsync(() -> publishAll(contoso));
        killWhilePublishing(contoso);
        publishing.join();
        roll();
        fabrikam.disconnect();
        killWhileDisconnecting();
        awaitPublished(contoso);
        Cluster.await(
                "the disconnect",
                () -> cluster.database().count("intune_connection where company_id = '%s'".formatted(fabrikam.id()))
                        == 0);
        crowd.stop();
        count.awaitQueues();
        figures.forEach(System.out::println);
        return count.print();
    }

    private void beginCrowd(ClusterCompany contoso, ClusterCompany fabrikam) {
        for (int i = 0; i < READERS; i++) {
            crowd.reads((i % 2 == 0 ? contoso : fabrikam).anotherSignIn());
        }
        crowd.invites(contoso.anotherSignIn(), "contoso");
        crowd.invites(fabrikam.anotherSignIn(), "fabrikam");
    }

    private void publishAll(ClusterCompany company) {
        var published = 0;
        for (var app : apps()) {
            published += company.publish(app) ? 1 : 0;
        }
        figures.add("%-60s %d".formatted("deployments of " + company.account(), published));
    }

    private List<String> apps() {
        try (var admin = cluster.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("select app_id from catalog_app order by app_id")) {
            var apps = new ArrayList<String>();
            while (rows.next()) {
                apps.add(rows.getString(1));
            }
            return apps;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitPublished(ClusterCompany company) {
        Cluster.await(
                "publishing of " + company.account(),
                () -> cluster.database()
                                .count(
                                        "deployed_version where status in ('IN_PROGRESS', 'RETRYING') and company_id = '%s'"
                                                .formatted(company.id()))
                        == 0);
    }

    private void killWhilePublishing(ClusterCompany company) throws Exception {
        Cluster.await(
                "publishing to begin",
                () -> cluster.database()
                                .count("deployed_version where status = 'IN_PROGRESS' and company_id = '%s'"
                                        .formatted(company.id()))
                        > 0);
        kill("while it publishes", Instance.ONE);
        figure("restart after it was killed", cluster.start(Instance.ONE));
    }

    private void killWhileDisconnecting() throws Exception {
        Cluster.await("the disconnect to begin", () -> cluster.database().count("disconnect_item") > 0);
        kill("while it disconnects", Instance.TWO);
        figure("restart after it was killed", cluster.start(Instance.TWO));
    }

    /** Until somebody else has taken over what the dead one had in hand. */
    private void kill(String when, Instance instance) throws InterruptedException {
        cluster.kill(instance);
        var killed = System.nanoTime();
        var now = cluster.database().one("select now()::text", String.class);
        Cluster.await(
                "the jobs of the dead",
                () -> cluster.database().count("scheduled_tasks where picked and last_heartbeat < '%s'".formatted(now))
                        == 0);
        figure("killed " + when + ": nothing in dead hands after", Cluster.since(killed));
    }

    private void roll() throws Exception {
        for (var instance : Instance.values()) {
            figure("rolling update of " + instance + ": stopped after", cluster.stop(instance));
            figure("rolling update of " + instance + ": ready again after", cluster.start(instance));
            LockSupport.parkNanos(BALANCER_LOOKS_AGAIN.toNanos());
        }
    }

    private void figure(String what, Duration time) {
        figures.add("%-60s %.1f s".formatted(what, time.toMillis() / 1000.0));
    }
}

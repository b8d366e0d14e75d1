package io.patchbay.operations;

import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import java.util.regex.Pattern;

/** A company in a cluster, and what its founder does by way of pages. */
record ClusterCompany(Cluster cluster, Surfer founder, String account, UUID id, String environment) {

    private static final Pattern KIND = Pattern.compile("name=\"kind\"\\s+value=\"([^\"]+)\"");
    private static final int TRIES = 20;

    /** Founded, connected and on trial. */
    static ClusterCompany found(Cluster cluster, String account, String name) {
        var founder = new Surfer(cluster.microsoft(), cluster.url()).foundCompany(account, name);
        var environment = founder.environment();
        founder.connect(environment, account).awaitOutcome();
        founder.get("/settings/environments/" + environment + "/license");
        founder.post("/settings/environments/" + environment + "/license/trial", "devices", "100", "plan", "plus");
        var id = cluster.database()
                .one(
                        "select company_id from environment where environment_id = '%s'".formatted(environment),
                        UUID.class);
        return new ClusterCompany(cluster, founder, account, id, environment);
    }

    /** The same person, signed in once more. */
    Surfer anotherSignIn() {
        return new Surfer(cluster.microsoft(), cluster.url()).signIn(account);
    }

    /** Events go to the receiver of this name. */
    void stream(String receiver) {
        founder.get("/settings/streaming");
        founder.post(
                "/settings/streaming/webhook",
                "address",
                cluster.microsoft().receiverAddress(receiver).toString());
    }

    /** Notifications go to the receiver of this name. */
    void notify(String receiver, String... kinds) {
        var fields = new java.util.ArrayList<>(java.util.List.of(
                "environment",
                environment,
                "type",
                "TEAMS",
                "name",
                receiver,
                "address",
                cluster.microsoft().receiverAddress(receiver).toString()));
        for (var kind : kinds) {
            fields.add("kinds");
            fields.add(kind);
        }
        founder.get("/settings/notifications");
        founder.post("/settings/notifications", fields.toArray(String[]::new));
    }

    /** Publishes an application as somebody does who presses again what did not work; whether there is an installer for it. */
    boolean publish(String app) {
        for (int left = TRIES; left > 0; left--) {
            try {
                return publishOnce(app);
            } catch (RuntimeException | AssertionError e) {
                Cluster.await("a page", this::answers);
            }
        }
        throw new IllegalStateException("Could not publish " + app);
    }

    private boolean publishOnce(String app) {
        var page = founder.visit("/deployments/new?app=" + app);
        var kind = KIND.matcher(page.body());
        if (page.statusCode() != 200 || !kind.find()) {
            if (page.statusCode() >= 500) {
                throw new IllegalStateException();
            }
            return false;
        }
        var draft = founder.post(
                "/deployments",
                "environment",
                environment,
                "app",
                app,
                "policy",
                "LATEST",
                "ring",
                "0",
                "kind",
                kind.group(1));
        if (draft.statusCode() >= 500) {
            throw new IllegalStateException();
        }
        if (!founder.isRedirect()) {
            return false;
        }
        var deployment = founder.location().replaceFirst("/configuration$", "");
        Cluster.await("the summary", () -> deploys(deployment));
        if (!founder.isRedirect()) {
            throw new IllegalStateException("Not published: " + founder.page().body());
        }
        return true;
    }

    /** Presses Deploy, which publishes once however often it is pressed; whether it was answered. */
    private boolean deploys(String deployment) {
        try {
            founder.get(deployment + "/summary");
            return founder.post(deployment + "/publication", "toNobody", "true").statusCode() < 500;
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    private boolean answers() {
        try {
            return founder.get("/help").statusCode() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Deletes the connection, with everything that was published. */
    void disconnect() {
        var domain = cluster.database()
                .one(
                        "select primary_domain from intune_connection where company_id = '%s'".formatted(id),
                        String.class);
        var page = "/settings/environments/" + environment + "/intune/delete";
        founder.visit(page);
        founder.post(page, "domain", domain, "leave", "false");
        if (!founder.isRedirect() || !founder.location().startsWith("/settings/environments")) {
            throw new IllegalStateException("No disconnect: " + founder.page().body());
        }
    }

    /** What Verify log says. */
    boolean logIsIntact() {
        founder.get("/events/verify");
        return founder.post("/events/verify").body().contains("The log is intact");
    }
}

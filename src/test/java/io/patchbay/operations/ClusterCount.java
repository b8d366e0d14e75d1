package io.patchbay.operations;

import io.patchbay.testsupport.Contoso;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What must be there once is there once. */
final class ClusterCount {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cluster cluster;
    private final Crowd crowd;
    private final ClusterCompany contoso;
    private final ClusterCompany fabrikam;
    private boolean right = true;

    ClusterCount(Cluster cluster, Crowd crowd, ClusterCompany contoso, ClusterCompany fabrikam) {
        this.cluster = cluster;
        this.crowd = crowd;
        this.contoso = contoso;
        this.fabrikam = fabrikam;
    }

    /** Waits until nothing is on its way. */
    void awaitQueues() {
        Cluster.await("seals", () -> count("event_unsealed") == 0);
        Cluster.await("deliveries", () -> count("delivery where status = 'PENDING'") == 0);
        Cluster.await("the stream", () -> streamed().containsAll(sealed()));
    }

    /** Prints the table; whether all is as it must be. */
    boolean print() throws IOException {
        System.out.printf("%n%-60s %8s %8s %8s%n", "", "number", "lost", "twice");
        pages();
        invitations();
        publishing();
        disconnect();
        log();
        row("files in work directories", cluster.leftInWorkDirectories(), 0, cluster.leftInWorkDirectories());
        System.out.println(right ? "\nNothing lost, nothing twice." : "\nNOT RIGHT: see above.");
        return right;
    }

    /** Pages that fail are those that a killed instance was working on; they are counted, and asked for again. */
    private void pages() {
        System.out.printf(
                "%-60s %8d %8d%n",
                "pages (lost: answered with an error, not counted as wrong)",
                crowd.pages.get(),
                crowd.failedPages.get());
        System.out.printf("%-60s %8.1f s%n", "longest wait for a page", crowd.longestNanos.get() / 1e9);
        row("people who had to sign in again", crowd.signedOut.get(), crowd.signedOut.get(), 0);
    }

    private void invitations() {
        var mails = counted(cluster.microsoft().mailbox().mails().stream()
                .map(mail -> mail.to().replaceAll("[\\[\\]]", "")));
        var all = Stream.concat(crowd.acknowledged.stream(), crowd.unknown.stream())
                .toList();
        var rows = counted(texts("select email from invitation"));
        var events = counted(
                texts(
                        "select substring(description from '[a-z]+-[0-9]+@example.com') from event where type = 'INVITATION_SENT'"));
        check("invitations that were acknowledged", crowd.acknowledged, rows);
        check("their events", crowd.acknowledged, events);
        check("their e-mails", crowd.acknowledged, mails);
        row("invitations whose answer was lost", crowd.unknown.size(), 0, twice(all, rows) + twice(all, events));
    }

    private void publishing() {
        var names = cluster.microsoft().controls().applications().names(Contoso.TENANT);
        var succeeded =
                count("deployed_version where status = 'SUCCESS' and company_id = '%s'".formatted(contoso.id()));
        var failed = count("deployed_version where status = 'FAILED' and company_id = '%s'".formatted(contoso.id()));
        var there = names.values().stream().mapToLong(Long::longValue).sum();
        row("applications published to Intune", there, Math.max(0, succeeded - there), there - names.size());
        row("publications that failed", failed, failed, 0);
    }

    private void disconnect() {
        var left = cluster.microsoft()
                .controls()
                .applications()
                .apps(ClusterRun.FABRIKAM)
                .size();
        var removed = count("disconnect_item where status = 'REMOVED' and company_id = '%s'".formatted(fabrikam.id()));
        row("items that the disconnect removed (lost: still in Intune)", removed, left, 0);
        var told = counted(cluster.microsoft().receivers().of("team").stream().map(delivery -> delivery.body()));
        row("notifications of it", told.size(), Math.max(0, 2 - told.size()), more(told));
    }

    private void log() {
        for (var company : List.of(contoso, fabrikam)) {
            var ofCompany = " where company_id = '%s'".formatted(company.id());
            var events = count("event" + ofCompany);
            var seals = count("event_seal" + ofCompany);
            var gaps = cluster.database()
                    .one("select coalesce(max(seq), 0) - count(*) from event_seal" + ofCompany, Long.class);
            row(
                    "sealed events of " + company.account(),
                    seals,
                    events - seals + gaps,
                    seals - events > 0 ? seals - events : 0);
            row("log that verifies", 1, company.logIsIntact() ? 0 : 1, 0);
        }
        var streamed = counted(streamed().stream());
        row("events streamed to the webhook", streamed.size(), missing(streamed.keySet()), 0);
        System.out.printf("%-60s %8d%n", "  of these sent again, with the same ID", more(streamed));
    }

    private long missing(Set<String> streamed) {
        return sealed().stream().filter(event -> !streamed.contains(event)).count();
    }

    /** Those from the beginning of the stream on: what was sealed before is not sent. */
    private List<String> sealed() {
        return texts("""
                        select s.event_id from event_seal s where s.company_id = '%1$s' and s.seq >= (select first.seq
                          from event_seal first join event e on e.company_id = first.company_id and e.event_id = first.event_id
                          where e.company_id = '%1$s' and e.type = 'EVENT_STREAM_CREATED')
                        """.formatted(contoso.id())).toList();
    }

    private List<String> streamed() {
        return cluster.microsoft().receivers().of("siem").stream()
                .flatMap(delivery ->
                        JSON.readTree(delivery.body()).path("events").valueStream())
                .map(event -> event.path("id").asString())
                .toList();
    }

    private void check(String what, Collection<String> wanted, Map<String, Long> found) {
        var lost = wanted.stream().filter(one -> !found.containsKey(one)).count();
        row(what, wanted.size(), lost, twice(wanted, found));
    }

    private static long twice(Collection<String> wanted, Map<String, Long> found) {
        return wanted.stream().filter(one -> found.getOrDefault(one, 0L) > 1).count();
    }

    private static long more(Map<String, Long> found) {
        return found.values().stream().mapToLong(times -> times - 1).sum();
    }

    private void row(String what, long number, long lost, long twice) {
        System.out.printf("%-60s %8d %8d %8d%n", what, number, lost, twice);
        right &= lost == 0 && twice == 0;
    }

    private long count(String what) {
        return cluster.database().count(what);
    }

    private Stream<String> texts(String query) {
        try (var admin = cluster.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var texts = new java.util.ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts.stream();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> counted(Stream<String> all) {
        return all.collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }
}

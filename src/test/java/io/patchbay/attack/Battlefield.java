package io.patchbay.attack;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A company whose people attack, each with a session of theirs, and another one that must not notice. */
final class Battlefield {

    private static final String VICTIM = "admin@fabrikam.onmicrosoft.com";
    private static final int SENDERS = 4;

    private final Portal portal;
    private final List<Visitor> visitors;
    private final Map<String, UUID> own;
    private final Map<String, UUID> foreign;
    private final UUID victim;

    Battlefield(Portal portal) {
        this.portal = portal;
        var contoso = Contoso.connected(portal);
        own = contoso.identifiers();
        visitors = List.of(
                Visitor.of("Full Admin", contoso.founder()),
                Visitor.of("Full Admin", contoso.founder()),
                Visitor.of("Intune App Admin", joined(contoso, "appadmin@contoso.onmicrosoft.com", "INTUNE_APP_ADMIN")),
                Visitor.of("Read Only Admin", joined(contoso, "intune@contoso.onmicrosoft.com", "READ_ONLY_ADMIN")),
                Visitor.of("Sales", contoso.sales()),
                Visitor.of("Support", new Surfer(portal).signIn("support@patchbay.onmicrosoft.com")),
                Visitor.of("Operator", new Surfer(portal).signIn("operator@patchbay.onmicrosoft.com")),
                Visitor.of("Somebody without a company", new Surfer(portal).signIn("admin@northwind.onmicrosoft.com")),
                new Visitor("Stranger", "", ""));
        var felix = new Surfer(portal).foundCompany(VICTIM, "Fabrikam");
        felix.connect(felix.environment(), VICTIM).awaitOutcome();
        felix.get("/settings/users/invitations");
        felix.post("/settings/users/invitations", "email", "fred@example.com", "role", "READ_ONLY_ADMIN");
        felix.post("/settings/streaming/tokens", "name", "SIEM");
        victim = contoso.id("select company_id from company where name = 'Fabrikam'");
        foreign = foreign(contoso);
    }

    private Surfer joined(Contoso contoso, String username, String role) {
        contoso.founder().get("/settings/users/invitations");
        contoso.founder().post("/settings/users/invitations", "email", "new@example.com", "role", role);
        var mails = portal.microsoft().mailbox().mails();
        var link = mails.getLast().text().replaceAll("(?s).*(/invitations/[\\w-]{43}).*", "$1");
        var surfer = new Surfer(portal).signIn(username);
        surfer.visit(link);
        surfer.post(link);
        surfer.follow();
        return surfer;
    }

    private Map<String, UUID> foreign(Contoso contoso) {
        var ids = new TreeMap<String, UUID>();
        Map.of(
                        "environments", "environment_id from environment",
                        "events", "event_id from event",
                        "attempts", "attempt_id from consent_attempt",
                        "users", "user_id from member",
                        "invitations", "invitation_id from invitation",
                        "tokens", "token_id from event_token")
                .forEach((segment, query) ->
                        ids.put(segment, contoso.id("select " + query + " where company_id = '" + victim + "'")));
        return ids;
    }

    /** Attacks on every endpoint, the same for the same seed. */
    Attacks attacks(long seed) {
        return new Attacks(Endpoint.all(portal), visitors, own, foreign, seed);
    }

    /** Sends them all, several at a time; what went wrong, by attack. */
    List<String> send(List<Attack> attacks) {
        var harm = new ConcurrentLinkedQueue<String>();
        var next = new AtomicInteger();
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofVirtual().start(() -> send(attacks, next, harm)));
        }
        for (var sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(harm);
    }

    private void send(List<Attack> attacks, AtomicInteger next, ConcurrentLinkedQueue<String> harm) {
        try (var wire = new Wire(URI.create(portal.url()).getPort())) {
            for (int i = next.getAndIncrement(); i < attacks.size(); i = next.getAndIncrement()) {
                var attack = attacks.get(i);
                try {
                    var found = Harm.in(attack, wire.send(attack));
                    if (!found.isEmpty()) {
                        harm.add(attack + " -> " + found);
                    }
                } catch (IOException | RuntimeException e) {
                    harm.add(attack + " -> no answer: " + e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows each table has, apart from sessions, jobs, counted tries and what was asked of Entra ID. */
    Map<String, Long> rows() {
        var counts = new TreeMap<>(portal.database().rowCounts());
        counts.keySet().removeAll(List.of("rate_limit", "group_member"));
        return counts;
    }

    /** A hash of everything that the other company has, by table. */
    Map<String, String> victim() {
        var hashes = new TreeMap<String, String>();
        try (var admin = portal.database().asSuperuser();
                var tables = admin.createStatement().executeQuery("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where a.attname = 'company_id' and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relnamespace = 'public'::regnamespace
                        """)) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var rows = admin.createStatement()
                        .executeQuery(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                        + table + " t where company_id = '" + victim + "'")) {
                    rows.next();
                    hashes.put(table, rows.getString(1));
                }
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

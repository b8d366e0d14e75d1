package io.patchbay.portability;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody takes along of a connection: everything but secrets, with hashes and a signature. */
@PortalTest
class CopyExportTests {

    private static final Pattern SECRET = Pattern.compile("(?:whsec_|pbe_)[A-Za-z0-9+/_=-]{20,}");

    /** Are no secrets: pictures, and what anybody may compute of what is in the log. */
    private static final Pattern PUBLIC_BYTES = Pattern.compile("(?:banner_image|catalog_icon|event|event_chain)\\..*");

    private static Deploying full(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio")))
                        .retaining(2));
        Contoso.addChannelAndBanner(portal, contoso.founder());
        contoso.founder().get("/settings/users/groups/new");
        contoso.founder()
                .post(
                        "/settings/users/groups",
                        "groups",
                        contoso.group("Design Studio").toString());
        UnpackedCopy.keepTemplate(contoso.founder(), contoso.environment().toString());
        return contoso;
    }

    private static String channel(Portal portal, Deploying contoso, String type) {
        var secret = "9f8e7d6c5b4a-" + type;
        contoso.founder().get("/settings/notifications/new");
        contoso.founder()
                .post(
                        "/settings/notifications",
                        "environment",
                        contoso.environment().toString(),
                        "type",
                        type,
                        "name",
                        "Channel " + type,
                        "address",
                        portal.microsoft().receiverAddress(secret).toString(),
                        "kinds",
                        "CONNECTION_LOST");
        contoso.founder().follow();
        return secret;
    }

    @Test
    void everythingOfTheConnectionIsInIt(Portal portal) throws Exception {
        var contoso = full(portal);
        var copy = UnpackedCopy.of(UnpackedCopy.download(contoso.founder(), contoso.environment()));

        var deployment = copy.json("deployments.json").path(0);
        assertThat(deployment.path("app").asString()).isEqualTo("7zip.7zip");
        assertThat(deployment.path("spec").path("retain").asInt()).isEqualTo(2);
        var assignment = deployment.path("spec").path("assignments").path(0);
        assertThat(assignment.path("group").asString())
                .isEqualTo(contoso.group("Design Studio").toString());
        assertThat(assignment.path("groupName").asString()).isEqualTo("Design Studio");
        var banner = copy.json("banners.json").path(0);
        assertThat(banner.path("title").asString()).isEqualTo("Maintenance");
        assertThat(copy.files()).containsKey(banner.path("picture").asString());
        assertThat(copy.json("channels.json").path(0).path("address").asString())
                .isEqualTo("127.0.0.1");
        assertThat(copy.json("group-roles.json").path(0).path("name").asString())
                .isEqualTo("Design Studio");
        var template = copy.json("templates.json").path(0);
        assertThat(template.path("name").asString()).isEqualTo("Standard");
        assertThat(template.path("assignments").path(0).path("group").asString())
                .isEqualTo("Design Studio");
        assertThat(copy.text("events.jsonl"))
                .contains("INTUNE_CONNECTION_ADDED", "INTUNE_COPY_EXPORTED", "with 5 items");
        assertThat(contoso.founder().visit("/events").body()).contains("Intune Connection Copy Downloaded");
        hashesHold(copy);
        schemasDescribe(copy);
    }

    private static void hashesHold(UnpackedCopy copy) throws Exception {
        var manifest = copy.json("manifest.json");
        var listed = new LinkedHashMap<String, String>();
        manifest.path("files")
                .forEach(file -> listed.put(
                        file.path("name").asString(), file.path("sha256").asString()));
        var found = new LinkedHashMap<String, String>();
        for (var file : copy.files().entrySet()) {
            if (!file.getKey().startsWith("manifest.")) {
                found.put(
                        file.getKey(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue())));
            }
        }
        assertThat(found).isEqualTo(listed);
        assertThat(manifest.path("tenantId").asString()).isEqualTo(Contoso.TENANT.toString());
        assertThat(manifest.path("version").asInt()).isOne();
    }

    /** Of each document, every field is described, and every field that is described as required is there. */
    private static void schemasDescribe(UnpackedCopy copy) {
        copy.files().keySet().stream()
                .filter(name -> name.endsWith(".json") && !name.startsWith("schema/"))
                .forEach(name -> described(copy.json("schema/" + name), copy.json(name), name));
        copy.text("events.jsonl")
                .lines()
                .forEach(line -> described(
                        copy.json("schema/events.json"),
                        tools.jackson.databind.json.JsonMapper.shared().readTree(line),
                        "events"));
    }

    private static void described(JsonNode schema, JsonNode value, String where) {
        if (schema.has("oneOf")) {
            assertThat(StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                            .anyMatch(one -> one.path("properties")
                                    .path("policy")
                                    .path("const")
                                    .equals(value.path("policy"))))
                    .as(where)
                    .isTrue();
        } else if (value.isArray()) {
            assertThat(schema.path("type").asString()).as(where).isEqualTo("array");
            value.forEach(one -> described(schema.path("items"), one, where + "[]"));
        } else if (value.isObject() && schema.has("properties")) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as(where + "." + name)
                            .isTrue());
            value.propertyNames().forEach(name -> {
                assertThat(schema.path("properties").has(name))
                        .as(where + "." + name)
                        .isTrue();
                described(schema.path("properties").path(name), value.path(name), where + "." + name);
            });
        } else if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
    }

    @Test
    void noSecretOfAnythingIsInIt(Portal portal) throws SQLException {
        var contoso = full(portal);
        var founder = contoso.founder();
        var secrets = new TreeSet<String>();
        for (var type : List.of("TEAMS", "SLACK", "WEBHOOK")) {
            secrets.add(channel(portal, contoso, type));
            SECRET.matcher(founder.page().body()).results().forEach(found -> secrets.add(found.group()));
        }
        founder.get("/settings/streaming");
        founder.post("/settings/streaming/tokens", "name", "SIEM");
        SECRET.matcher(founder.page().body()).results().forEach(found -> secrets.add(found.group()));
        founder.post(
                "/settings/streaming/webhook",
                "address",
                portal.microsoft().receiverAddress("a1b2c3d4e5f6-stream").toString());
        secrets.add("a1b2c3d4e5f6-stream");
        SECRET.matcher(founder.page().body()).results().forEach(found -> secrets.add(found.group()));
        founder.post("/settings/users/invitations", "email", "someone@example.com", "role", "READ_ONLY_ADMIN");
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(6);
        secrets.add(LocalPortal.KEY_SECRET);
        secrets.add(SimulatedMicrosoft.CLIENT_SECRET);
        secrets.add(SimulatedMicrosoft.PASSWORD);
        secrets.add(founder.cookie(Surfer.SESSION));
        secrets.addAll(storedBytes(portal));

        var archive = UnpackedCopy.download(founder, contoso.environment());

        var copy = UnpackedCopy.of(archive);
        assertThat(copy.files()).containsKeys("channels.json", "events.jsonl");
        copy.files()
                .forEach((name, bytes) -> secretFree(name, new String(bytes, StandardCharsets.ISO_8859_1), secrets));
        secretFree("archive", new String(archive, StandardCharsets.ISO_8859_1), secrets);
        assertThat(copy.text("channels.json")).contains("Channel WEBHOOK").doesNotContain("/receivers/");
    }

    private static void secretFree(String name, String content, Collection<String> secrets) {
        assertThat(secrets.stream().filter(secret -> !secret.isEmpty() && content.contains(secret)))
                .as(name)
                .isEmpty();
        assertThat(content).as(name).doesNotContainPattern(SECRET).doesNotContain("PRIVATE KEY");
    }

    /** Whatever the database keeps as bytes is encrypted or a hash: neither belongs to somebody's file. */
    private static List<String> storedBytes(Portal portal) throws SQLException {
        var found = new ArrayList<String>();
        try (var admin = portal.database().asSuperuser();
                var columns = admin.createStatement().executeQuery("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type = 'bytea'
                        """)) {
            while (columns.next()) {
                var column = columns.getString(1) + "." + columns.getString(2);
                if (!PUBLIC_BYTES.matcher(column).matches()) {
                    found.addAll(values(portal, columns.getString(1), columns.getString(2)));
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<String> values(Portal portal, String table, String column) throws SQLException {
        var found = new ArrayList<String>();
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement()
                        .executeQuery("select %s from %s where length(%s) >= 12".formatted(column, table, column))) {
            while (rows.next()) {
                var bytes = rows.getBytes(1);
                found.add(HexFormat.of().formatHex(bytes));
                found.add(Base64.getEncoder().encodeToString(bytes));
                found.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
        }
        return found;
    }

    @Test
    void onlyWhoMayDisconnectTakesIt(Portal portal) {
        var contoso = full(portal);
        var copy = "/settings/environments/" + contoso.environment() + "/intune/copy";
        contoso.founder().get("/settings/users/groups/new");
        var packagers = contoso.group("Application Packagers").toString();
        contoso.founder().post("/settings/users/groups", "groups", packagers, "roles", packagers + ":READ_ONLY_ADMIN");
        var reader = new Surfer(portal).signIn("user@contoso.onmicrosoft.com");
        assertThat(reader.get("/events").statusCode()).isEqualTo(200);
        assertThat(reader.post(copy + "/download").statusCode()).isEqualTo(403);
        assertThat(contoso.founder()
                        .visit("/settings/environments/" + contoso.environment() + "/intune/delete")
                        .body())
                .contains(copy + "/download", "Download a copy");
    }

    @Test
    void itIsTakenOnlySoOften(Portal portal) {
        var contoso = full(portal);
        var download = "/settings/environments/" + contoso.environment() + "/intune/copy/download";
        contoso.founder().get(download.replace("/download", ""));
        for (int i = 0; i < 30; i++) {
            contoso.founder().post(download);
        }
        assertThat(contoso.founder().post(download).statusCode()).isEqualTo(429);
    }
}

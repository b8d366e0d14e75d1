package io.patchbay.simulator;

import io.patchbay.simulator.Peer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of Intune in Graph and of its storage, that publishes applications step by step. */
final class IntunePeer {
    static final String APPS = "/deviceAppManagement/mobileApps";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(Peer.TLS).build();
    private static final byte[] CLEAR = "An installer, as it were.".getBytes(StandardCharsets.UTF_8);

    private final UUID tenant;
    private final String root;

    private IntunePeer(UUID tenant, String version) {
        this.tenant = tenant;
        this.root = Peer.MICROSOFT.backChannelAddress() + "/graph/" + version;
    }

    static IntunePeer beta(UUID tenant) {
        return new IntunePeer(tenant, "beta");
    }

    static IntunePeer stable(UUID tenant) {
        return new IntunePeer(tenant, "v1.0");
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply send(String method, String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(
                "Authorization",
                "Bearer " + Peer.applicationToken(tenant).text("access_token"),
                "Content-Type",
                "application/json"));
        return exchange(
                method, path.startsWith("http") ? path : root + path, json.getBytes(StandardCharsets.UTF_8), all);
    }

    /** A request to the storage. */
    static Reply put(String address, byte[] body, String... headers) {
        return exchange("PUT", address, body, List.of(headers));
    }

    private static Reply exchange(String method, String address, byte[] body, List<String> headers) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address)).method(method, BodyPublishers.ofByteArray(body));
            if (!headers.isEmpty()) {
                request.headers(headers.toArray(String[]::new));
            }
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Status and message of an answer, Intune's message taken out of its wrapping. */
    static String said(Reply reply) {
        String message = reply.body().at("/error/message").asString("");
        String inner =
                message.startsWith("{") ? JSON.readTree(message).path("Message").asString("") : message;
        return reply.status() + " " + inner.replaceFirst(" - Operation ID .*", "");
    }

    static String win32(String name) {
        return """
                {"@odata.type":"#microsoft.graph.win32LobApp","displayName":"%s","publisher":"Somebody","description":"",
                "fileName":"a.intunewin","setupFilePath":"a.exe","installCommandLine":"a /S",
                "uninstallCommandLine":"a /U","applicableArchitectures":"x64","minimumSupportedWindowsRelease":"1607",
                "installExperience":{"runAsAccount":"system","deviceRestartBehavior":"basedOnReturnCode"},
                "rules":[{"@odata.type":"#microsoft.graph.win32LobAppFileSystemRule","ruleType":"detection",
                "path":"C:\\\\a","fileOrFolderName":"a.exe","check32BitOn64System":false,"operationType":"exists",
                "operator":"notConfigured"}],"returnCodes":[{"returnCode":0,"type":"success"}]}""".formatted(name);
    }

    static String change(String more) {
        return "{\"@odata.type\":\"#microsoft.graph.win32LobApp\"," + more + "}";
    }

    static String at(String app) {
        return APPS + "/" + app;
    }

    static String versionsOf(String app) {
        return at(app) + "/microsoft.graph.win32LobApp/contentVersions";
    }

    String create(String name) {
        return send("POST", APPS, win32(name)).text("id");
    }

    String newVersion(String app) {
        return send("POST", versionsOf(app), "{}").text("id");
    }

    /** Announces a file and gives its path. */
    String newFile(String app, String version) {
        String files = versionsOf(app) + "/" + version + "/files";
        return files + "/" + send("POST", files, fileBody()).text("id");
    }

    static String fileBody() {
        return "{\"@odata.type\":\"#microsoft.graph.mobileAppContentFile\",\"name\":\"IntunePackage.intunewin\","
                + "\"size\":" + CLEAR.length + ",\"sizeEncrypted\":"
                + Encrypted.of(CLEAR).bytes().length
                + ",\"isDependency\":false}";
    }

    /** Asks until the file is in another state than one that passes. */
    JsonNode settled(String file) {
        JsonNode body = get(file).body();
        for (int i = 0; i < 1000 && body.path("uploadState").asString("").endsWith("Pending"); i++) {
            body = get(file).body();
        }
        return body;
    }

    /** The state of a file when it was asked for some times. */
    String later(String file) {
        String state = "";
        for (int i = 0; i < 5; i++) {
            state = get(file).text("uploadState");
        }
        return state;
    }

    String address(String file) {
        return settled(file).path("azureStorageUri").asString("");
    }

    /** Uploads the content in one block and has it committed. */
    void upload(String file) {
        Encrypted content = Encrypted.of(CLEAR);
        String address = address(file);
        put(address + "&comp=block&blockid=MDAwMA%3D%3D", content.bytes());
        put(
                address + "&comp=blocklist",
                "<BlockList><Latest>MDAwMA==</Latest></BlockList>".getBytes(StandardCharsets.UTF_8));
        send("POST", file + "/commit", content.info());
    }

    /** Everything up to a file that is committed; the application's identifier. */
    String withContent(String name) {
        String app = create(name);
        String file = newFile(app, newVersion(app));
        upload(file);
        settled(file);
        return app;
    }

    Reply use(String app, String version) {
        return send("PATCH", at(app), change("\"committedContentVersion\":\"" + version + "\""));
    }

    /** An application that is published, as soon as it is processed. */
    String published(String name) {
        String app = withContent(name);
        use(app, "1");
        return app;
    }

    Reply assign(String app, String... assignments) {
        return send("POST", at(app) + "/assign", "{\"mobileAppAssignments\":[" + String.join(",", assignments) + "]}");
    }

    static String toAll(String intent) {
        return "{\"@odata.type\":\"#microsoft.graph.mobileAppAssignment\",\"intent\":\"" + intent
                + "\",\"target\":{\"@odata.type\":\"#microsoft.graph.allLicensedUsersAssignmentTarget\"}}";
    }

    /** A content as Intune wants it. */
    private record Encrypted(byte[] bytes, String info) {

        static Encrypted of(byte[] clear) {
            byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
            byte[] macKey = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
            byte[] iv = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
            try {
                Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
                byte[] hidden = cipher.doFinal(clear);
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
                mac.update(iv);
                byte[] code = mac.doFinal(hidden);
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                whole.writeBytes(code);
                whole.writeBytes(iv);
                whole.writeBytes(hidden);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(clear);
                return new Encrypted(whole.toByteArray(), """
                        {"fileEncryptionInfo":{"encryptionKey":"%s","macKey":"%s","initializationVector":"%s","mac":"%s",
                        "profileIdentifier":"ProfileVersion1","fileDigest":"%s","fileDigestAlgorithm":"SHA256"}}
                        """.formatted(
                                base64(key), base64(macKey), base64(iv), base64(code), base64(digest)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}

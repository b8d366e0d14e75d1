package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.APPS;
import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.change;
import static io.patchbay.simulator.IntunePeer.said;
import static io.patchbay.simulator.IntunePeer.toAll;
import static io.patchbay.simulator.IntunePeer.versionsOf;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Intune requires of applications and their contents, by the published schema, in both versions of Graph. */
class IntuneBodyTests {
    private static final String RULES = "\"rules\":[";

    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private final IntunePeer stable = IntunePeer.stable(CONTOSO);
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private Reply create(String from, String to) {
        String body = IntunePeer.win32("One");
        String changed = body.replace(from, to);
        assertThat(changed).isNotEqualTo(body);
        return intune.send("POST", APPS, changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"publisher\":\"Somebody\",|``|publisher property is required",
                "\"installExperience\":{|\"installExperience\":{\"x\":1,|'x' does not exist on type",
                "\"runAsAccount\":\"system\"|\"runAsAccount\":\"root\"|Requested value 'root' was not found",
                "\"minimumSupportedWindowsRelease\":\"1607\"|\"minimumSupportedWindowsRelease\":\"95\"|'95' was not found",
                "\"minimumSupportedWindowsRelease\":\"1607\",|``|minimumSupportedWindowsRelease property is required",
                "\"applicableArchitectures\":\"x64\"|\"applicableArchitectures\":\"arm64\"|'arm64' was not found",
                "\"applicableArchitectures\":\"x64\"|\"applicableArchitectures\":\"none\"|architectures are not valid",
                "\"a.intunewin\"|\"a.exe\"|fileName is not valid",
                "\"description\":\"\"|\"description\":7|a string is expected",
                "\"description\":\"\"|\"informationUrl\":\"somewhere\"|an absolute address is expected",
                "\"description\":\"\"|\"roleScopeTagIds\":[\"9\"]|no such scope tag",
                "\"description\":\"\"|\"minimumMemoryInMB\":-1|an integer from 0",
                "\"description\":\"\"|\"allowAvailableUninstall\":\"yes\"|a Boolean is expected",
                "\"description\":\"\"|\"publishingState\":\"published\"|'publishingState' does not exist",
                "\"description\":\"\"|\"largeIcon\":{\"type\":\"image/png\",\"value\":\"UklGRg==\"}|Icon in invalid format",
                "\"description\":\"\"|\"largeIcon\":{\"type\":\"image/png\",\"value\":\"&\"}|Base64",
                "{\"returnCode\":0,|{\"returnCode\":\"0\",|an integer from",
                "\"type\":\"success\"|\"type\":\"fine\"|Requested value 'fine' was not found",
                "[{\"returnCode\":0,\"type\":\"success\"}|[{\"returnCode\":0,\"type\":\"success\"},{\"returnCode\":0,\"type\":\"failed\"}|more than once",
                "\"ruleType\":\"detection\"|\"ruleType\":\"requirement\"|At least one detection rule",
                "\"operationType\":\"exists\"|\"operationType\":\"version\"|needs an operator",
                "\"fileOrFolderName\":\"a.exe\",|``|fileOrFolderName property is required",
                "\"check32BitOn64System\":false|\"check32BitOn64System\":\"no\"|a Boolean is expected",
            })
    void whatIsWrongWithAnApplicationIsSaid(String from, String to, String expected) {
        assertThat(said(create(from, to))).startsWith("400 ").contains(expected);
        assertThat(intune.get(APPS).body().path("value").size()).isZero();
    }

    @Test
    void aNameHasALength() {
        assertThat(said(intune.send("POST", APPS, IntunePeer.win32("x".repeat(501)))))
                .contains("longer than 500");
        assertThat(intune.send("POST", APPS, IntunePeer.win32("x".repeat(500))).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ProductCodeRule|\"productCode\":\"{7-Zip}\"|a GUID is expected",
                "ProductCodeRule|\"productCode\":\"{23170F69-40C1-2702-2409-000001000000}\",\"productVersionOperator\":\"equal\"|no value",
                "ProductCodeRule|\"productCode\":\"{23170F69-40C1-2702-2409-000001000000}\",\"productVersionOperator\":\"equal\",\"productVersion\":\"1.0-beta\"|version '1.0-beta' is not valid",
                "RegistryRule|\"keyPath\":\"SOFTWARE\\\\a\",\"operationType\":\"exists\"|does not begin with a hive",
                "RegistryRule|\"keyPath\":\"HKEY_LOCAL_MACHINE\\\\a\",\"operationType\":\"version\",\"operator\":\"equal\",\"comparisonValue\":\"5.17.11 (34827)\"|is not valid",
                "RegistryRule|\"keyPath\":\"HKLM\\\\a\",\"operationType\":\"exists\",\"operator\":\"equal\"|takes no operator",
                "PowerShellScriptRule|\"scriptContent\":\"Write-Output\"|Base64",
                "PowerShellScriptRule|\"scriptContent\":\"MQ==\",\"displayName\":\"x\"|for requirement rules only",
                "PowerShellScriptRule|\"scriptContent\":\"MQ==\",\"operationType\":\"string\"|takes no operation",
                "NoRule|\"x\":1|is not known here",
            })
    void whatIsWrongWithARuleIsSaid(String type, String properties, String expected) {
        String rule = "{\"@odata.type\":\"#microsoft.graph.win32LobApp" + type + "\",\"ruleType\":\"detection\","
                + properties + "}";
        assertThat(said(create(RULES, RULES + rule + ","))).startsWith("400 ").contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProductCodeRule|\"productCode\":\"{23170F69-40C1-2702-2409-000001000000}\",\"productVersionOperator\":\"greaterThanOrEqual\",\"productVersion\":\"24.09\"",
                "RegistryRule|\"keyPath\":\"HKEY_LOCAL_MACHINE\\\\a\",\"valueName\":\"v\",\"operationType\":\"version\",\"operator\":\"greaterThanOrEqual\",\"comparisonValue\":\"1.2.3.4\"",
                "RegistryRule|\"keyPath\":\"HKEY_LOCAL_MACHINE\\\\a\",\"valueName\":\"v\",\"operationType\":\"string\",\"operator\":\"equal\",\"comparisonValue\":\"5.17.11 (34827)\"",
            })
    void whatIsRightIsTaken(String rule) {
        String[] parts = rule.split("\\|");
        String json = "{\"@odata.type\":\"#microsoft.graph.win32LobApp" + parts[0] + "\",\"ruleType\":\"detection\","
                + parts[1] + "}";
        Reply reply = create(RULES, RULES + json + ",");
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"isDependency\":false|\"isDependency\":0|a Boolean is expected",
                "\"name\":\"IntunePackage.intunewin\",|``|name property is required",
                "\"isDependency\":false|\"manifest\":\"<xml>\"|Base64",
                "\"isDependency\":false|\"uploadState\":\"success\"|does not exist",
            })
    void whatIsWrongWithAFileIsSaid(String from, String to, String expected) {
        String app = intune.create("One");
        String files = versionsOf(app) + "/" + intune.newVersion(app) + "/files";
        Reply reply = intune.send("POST", files, IntunePeer.fileBody().replace(from, to));
        assertThat(said(reply)).startsWith("400 ").contains(expected);
    }

    @Test
    void theKeysOfAFileHaveTheirLengths() {
        String app = intune.create("One");
        String file = intune.newFile(app, intune.newVersion(app));
        assertThat(said(intune.send("POST", file + "/commit", "{\"fileEncryptionInfo\":{\"encryptionKey\":\"AAAA\"}}")))
                .contains("32 bytes are expected");
        assertThat(said(intune.send("POST", file + "/commit", "{\"fileEncryptionInfo\":{}}")))
                .contains("encryptionKey property is required");
        assertThat(said(intune.send("POST", file + "/commit", "{}")))
                .contains("fileEncryptionInfo property is required");
    }

    private String publishedApp() {
        String app = intune.published("One");
        controls.advanceClock(controls.applications().times().processing());
        return app;
    }

    @Test
    void forWhomItInstallsIsNotChanged() {
        String app = publishedApp();
        assertThat(said(intune.send("PATCH", at(app), change("\"installExperience\":{\"runAsAccount\":\"user\"}"))))
                .isEqualTo("400 The 'RunAsAccount' property cannot be patched for the 'Win32LobApp' type");
        assertThat(intune.send("PATCH", at(app), change("\"installExperience\":{\"runAsAccount\":\"system\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(said(intune.send("PATCH", at(app), change("\"displayName\":\"\""))))
                .contains("is required");
    }

    @Test
    void peopleMayBeAllowedToUninstall() {
        String body = IntunePeer.win32("One").replace("\"description\":\"\"", "\"allowAvailableUninstall\":true");
        Reply created = intune.send("POST", APPS, body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("allowAvailableUninstall").asBoolean()).isTrue();
        assertThat(controls.applications().described(CONTOSO, created.text("id")))
                .containsEntry("allowAvailableUninstall", true);
        assertThat(stable.send("POST", APPS, body).status()).isEqualTo(400);
    }

    @Test
    void versionOneKnowsNoPropertiesOfTheBetaVersion() {
        Reply created = stable.send("POST", APPS, IntunePeer.win32("One"));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        String app = created.text("id");
        assertThat(created.body().has("displayVersion")).isFalse();
        assertThat(created.body().has("isAssigned")).isFalse();
        assertThat(intune.get(at(app)).body().has("displayVersion")).isTrue();
        assertThat(said(stable.send(
                        "POST",
                        APPS,
                        IntunePeer.win32("Two").replace("\"description\":\"\"", "\"displayVersion\":\"1\""))))
                .contains("'displayVersion' does not exist on type 'microsoft.graph.win32LobApp'");
        String file = stable.newFile(app, stable.newVersion(app));
        stable.upload(file);
        stable.settled(file);
        assertThat(stable.use(app, "1").status()).isEqualTo(204);
        controls.advanceClock(Duration.ofSeconds(5));
        assertThat(stable.assign(app, toAll("required")).status()).isEqualTo(204);
        assertThat(stable.get(APPS + "?$expand=assignments")
                        .body()
                        .at("/value/0/assignments/0/intent")
                        .asString())
                .isEqualTo("required");
        assertThat(stable.send("POST", at(app) + "/updateRelationships", "{\"relationships\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(stable.send("DELETE", at(app), "").status()).isEqualTo(204);
    }
}

package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.change;
import static io.patchbay.simulator.IntunePeer.said;
import static io.patchbay.simulator.IntunePeer.toAll;
import static io.patchbay.simulator.IntunePeer.versionsOf;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.ServiceTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Intune refuses while an application is on its way: P1 to P9 of intune-in-the-field. */
class IntunePublishingTests {
    private static final String NOT_PUBLISHED = "400 Invalid operation: app's PublishingState is not 'Published'.";

    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;
    private ServiceTimes times;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
        times = controls.applications().times();
    }

    private String state(String app) {
        return intune.get(at(app)).text("publishingState");
    }

    @Test
    void nothingIsChangedBeforeTheFirstPublication() {
        String app = intune.create("One");
        assertThat(state(app)).isEqualTo("notPublished");
        assertThat(said(intune.send("PATCH", at(app), change("\"displayName\":\"Two\""))))
                .isEqualTo(NOT_PUBLISHED);
        assertThat(intune.get(at(app)).text("displayName")).isEqualTo("One");
        assertThat(said(intune.assign(app, toAll("required")))).isEqualTo(NOT_PUBLISHED);
    }

    @Test
    void thereIsNoSecondVersionBeforeTheFirstIsInUse() {
        String app = intune.create("One");
        assertThat(intune.newVersion(app)).isEqualTo("1");
        assertThat(said(intune.send("POST", versionsOf(app), "{}")))
                .isEqualTo(
                        "400 The mobile app content cannot be updated before the first content version is committed.");
        assertThat(intune.get(versionsOf(app)).body().path("value"))
                .extracting(one -> one.path("id").asString())
                .containsExactly("1");
        assertThat(intune.get(versionsOf(app) + "/1").text("id")).isEqualTo("1");
        assertThat(intune.get(versionsOf(app) + "/2").status()).isEqualTo(404);
    }

    @Test
    void aVersionComesIntoUseOnlyWhenAllItsFilesAreCommitted() {
        String app = intune.create("One");
        String version = intune.newVersion(app);
        String first = intune.newFile(app, version);
        intune.upload(first);
        assertThat(intune.settled(first).path("uploadState").asString()).isEqualTo("commitFileSuccess");
        String second = intune.newFile(app, version);
        assertThat(intune.get(versionsOf(app) + "/1/files").body().path("value"))
                .extracting(one -> one.path("isCommitted").asBoolean())
                .containsExactly(true, false);
        assertThat(said(intune.use(app, version)))
                .isEqualTo("400 All AppFiles must be committed before committing an application.");
        intune.upload(second);
        intune.settled(second);
        assertThat(intune.use(app, version).status()).isEqualTo(204);
    }

    @Test
    void itIsProcessedForAWhileBeforeItIsPublished() {
        String app = intune.published("One");
        assertThat(state(app)).isEqualTo("processing");
        String group = controls.group(CONTOSO, "Design Studio").toString();
        assertThat(group).isNotEmpty();
        assertThat(said(intune.assign(app, toAll("required")))).isEqualTo(NOT_PUBLISHED);
        assertThat(said(intune.send("PATCH", at(app), change("\"displayName\":\"Two\""))))
                .isEqualTo(NOT_PUBLISHED);
        assertThat(said(intune.send("POST", at(app) + "/categories/$ref", """
                {"@odata.id":"https://graph.microsoft.com/beta/deviceAppManagement/mobileAppCategories/\
                ed899483-3019-425e-a470-28e901b9790e"}"""))).isEqualTo(NOT_PUBLISHED);
        controls.advanceClock(Duration.ofSeconds(5));
        assertThat(state(app)).isEqualTo("published");
        assertThat(intune.assign(app, toAll("required")).status()).isEqualTo(204);
        assertThat(intune.send("PATCH", at(app), change("\"displayName\":\"Two\""))
                        .status())
                .isEqualTo(200);
        assertThat(intune.newVersion(app)).isEqualTo("2");
    }

    @Test
    void aVersionCannotComeIntoUseRightAfterItsCommit() {
        times.activation(Duration.ofMinutes(3));
        String app = intune.withContent("One");
        assertThat(intune.use(app, "1").status()).isEqualTo(400);
        controls.advanceClock(Duration.ofMinutes(3));
        assertThat(intune.use(app, "1").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 412})
    void whatIsNewAppearsAfterAWhile(int status) {
        times.appearing(Duration.ofSeconds(30), status);
        String app = intune.create("One");
        assertThat(intune.get(at(app)).status()).isEqualTo(status == 404 ? 404 : 200);
        assertThat(intune.send("POST", versionsOf(app), "{}").status()).isEqualTo(status);
        controls.advanceClock(Duration.ofSeconds(30));
        String version = intune.newVersion(app);
        String files = versionsOf(app) + "/" + version + "/files";
        assertThat(intune.send("POST", files, IntunePeer.fileBody()).status()).isEqualTo(status);
        controls.advanceClock(Duration.ofSeconds(30));
        String file = intune.newFile(app, version);
        assertThat(intune.get(file).status()).isEqualTo(status == 404 ? 404 : 200);
        controls.advanceClock(Duration.ofSeconds(30));
        intune.upload(file);
        intune.settled(file);
        intune.use(app, version);
        assertThat(intune.assign(app, toAll("required")).status()).isEqualTo(status);
        controls.advanceClock(Duration.ofSeconds(30));
        assertThat(intune.assign(app, toAll("required")).status()).isEqualTo(204);
    }

    @Test
    void aNewApplicationIsListedAfterAWhile() {
        times.listing(Duration.ofSeconds(30));
        intune.create("One");
        assertThat(intune.get(IntunePeer.APPS).body().path("value").size()).isZero();
        controls.advanceClock(Duration.ofSeconds(30));
        assertThat(intune.get(IntunePeer.APPS).body().path("value").size()).isOne();
    }

    @Test
    void theBackEndAnswersWithAPassing401() {
        times.unauthorizedUntil(Peer.MICROSOFT.clock().instant().plusSeconds(45));
        Peer.Reply reply = intune.get(IntunePeer.APPS);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().at("/error/message").asString()).contains("\"ErrorCode\":\"Forbidden\"");
        assertThat(reply.response().headers().firstValue("WWW-Authenticate")).isEmpty();
        controls.advanceClock(Duration.ofSeconds(45));
        assertThat(intune.get(IntunePeer.APPS).status()).isEqualTo(200);
    }

    @Test
    void aCommitMayStayPending() {
        times.commit(Duration.ofMinutes(10));
        String app = intune.create("One");
        String file = intune.newFile(app, intune.newVersion(app));
        intune.upload(file);
        assertThat(intune.later(file)).isEqualTo("commitFilePending");
        controls.advanceClock(Duration.ofMinutes(10));
        assertThat(intune.settled(file).path("uploadState").asString()).isEqualTo("commitFileSuccess");
    }

    @Test
    void aCommitMayStayPendingForEver() {
        controls.applications().faults().failNext(AppCall.COMMIT, AppFault.COMMIT_PENDING, 1);
        String app = intune.create("One");
        String file = intune.newFile(app, intune.newVersion(app));
        intune.upload(file);
        controls.advanceClock(Duration.ofDays(1));
        assertThat(intune.later(file)).isEqualTo("commitFilePending");
    }

    @Test
    void anAnswerMayBeLostAndACallComeTwice() {
        var faults = controls.applications().faults();
        faults.failNext(AppCall.CREATE, AppFault.DONE_BUT_UNANSWERED, 1);
        assertThat(intune.send("POST", IntunePeer.APPS, IntunePeer.win32("One")).status())
                .isEqualTo(504);
        faults.failNext(AppCall.CREATE, AppFault.DONE_TWICE, 1);
        String app = intune.create("Two");
        assertThat(controls.applications().names(CONTOSO))
                .containsOnlyKeys("One ", "Two ")
                .containsEntry("Two ", 2L);
        faults.failNext(AppCall.CONTENT_VERSION, AppFault.DONE_TWICE, 1);
        assertThat(intune.send("POST", versionsOf(app), "{}").status()).isEqualTo(400);
        String file = intune.newFile(app, "1");
        faults.failNext(AppCall.POLL_FILE, AppFault.DONE_BUT_UNANSWERED, 1);
        assertThat(intune.get(file).status()).isEqualTo(504);
        faults.failNext(AppCall.COMMIT, AppFault.DONE_BUT_UNANSWERED, 1);
        intune.upload(file);
        assertThat(intune.settled(file).path("uploadState").asString()).isEqualTo("commitFileSuccess");
        faults.failNext(AppCall.USE_CONTENT, AppFault.DONE_BUT_UNANSWERED, 1);
        assertThat(intune.use(app, "1").status()).isEqualTo(504);
        assertThat(state(app)).isEqualTo("processing");
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, 409", "PRECONDITION_FAILED, 412", "UNAUTHORIZED, 401", "NOT_FOUND, 404", "SERVER_ERROR, 500"
    })
    void aSingleCallMayMeetWhatPasses(AppFault fault, int status) {
        String app = intune.create("One");
        controls.applications().faults().failNext(AppCall.READ, fault, 1);
        assertThat(intune.get(at(app)).status()).isEqualTo(status);
        assertThat(intune.get(at(app)).status()).isEqualTo(200);
    }
}

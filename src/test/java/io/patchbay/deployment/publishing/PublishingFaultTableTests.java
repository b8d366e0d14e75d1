package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each step, with each way of Intune to be slow or strange (intune-in-the-field P1 to P10), whose answer comes late, never,
 * or twice: exactly one application each, published, whole and assigned.
 */
@PortalTest
class PublishingFaultTableTests {

    private static final int SMALL = 20_000;

    /** What Intune is like meanwhile. */
    enum Weather {
        /** It refuses what it always refuses: the step is taken again from the first one on. */
        P1_TO_P3_FROM_THE_FIRST_STEP,
        P4_PROCESSED_FOR_LONG,
        P5_NOT_ACTIVATED_AT_ONCE,
        P6_NOT_FOUND,
        P6_CONFLICT,
        P6_CONDITION_NOT_MET,
        P7_FORBIDDEN_BEHIND_GRAPH,
        P8_ADDRESS_NOT_KNOWN,
        P8_RENEWAL_FAILED,
        P9_COMMIT_PENDING,
        P9_COMMIT_REFUSED,
        P10_ERROR_FOR_AN_ASSIGNMENT;

        void begin(Portal portal, IntuneApplications intune) {
            var times = intune.times();
            switch (this) {
                case P1_TO_P3_FROM_THE_FIRST_STEP -> {}
                case P4_PROCESSED_FOR_LONG -> times.processing(Duration.ofMinutes(20));
                case P5_NOT_ACTIVATED_AT_ONCE -> times.activation(Duration.ofMinutes(3));
                case P6_NOT_FOUND -> {
                    times.appearing(Duration.ofSeconds(40), 404);
                    times.listing(Duration.ofSeconds(90));
                }
                case P6_CONFLICT -> times.appearing(Duration.ofSeconds(40), 409);
                case P6_CONDITION_NOT_MET -> times.appearing(Duration.ofSeconds(40), 412);
                case P7_FORBIDDEN_BEHIND_GRAPH ->
                    times.unauthorizedUntil(portal.microsoft().clock().instant().plusSeconds(45));
                case P8_ADDRESS_NOT_KNOWN -> times.address(Duration.ofSeconds(30));
                case P8_RENEWAL_FAILED -> {
                    intune.faults().failNext(AppCall.BLOCK_LIST, AppFault.EXPIRED, 1);
                    intune.faults().failNext(AppCall.RENEW, AppFault.RENEWAL_FAILED, 1);
                }
                case P9_COMMIT_PENDING -> {
                    times.commit(Duration.ofMinutes(2));
                    intune.faults().failNext(AppCall.COMMIT, AppFault.COMMIT_PENDING, 1);
                }
                case P9_COMMIT_REFUSED -> intune.faults().failNext(AppCall.COMMIT, AppFault.COMMIT_FAILED, 1);
                case P10_ERROR_FOR_AN_ASSIGNMENT -> intune.faults().failNext(AppCall.ASSIGN, AppFault.SERVER_ERROR, 1);
            }
        }
    }

    /** What becomes of the answer to the step. */
    enum Answer {
        LATE,
        NEVER,
        TWICE
    }

    @TestFactory
    Stream<DynamicContainer> oneApplicationWhateverHappens(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().size("7zip.7zip", SMALL);
        contoso.readCatalog();
        var wanted = Deploying.latest().with(List.of(contoso.required("Design Studio")));
        return Arrays.stream(Weather.values())
                .map(weather -> dynamicContainer(weather.name(), runs(weather, portal, contoso, wanted)));
    }

    /** The first run is not disturbed, and tells which steps there are. */
    private static Stream<DynamicTest> runs(Weather weather, Portal portal, Deploying contoso, DeploymentSpec wanted) {
        var taken = EnumSet.noneOf(Step.class);
        var undisturbed = dynamicTest("undisturbed", () -> {
            var publishing = begin(weather, portal, contoso, wanted);
            publishing.finish();
            check(portal, contoso, publishing);
            taken.addAll(publishing.taken());
        });
        var disturbed = Stream.of(Answer.values())
                .flatMap(answer -> taken.stream()
                        .filter(step -> call(step) != null || answer != Answer.LATE)
                        .map(step -> dynamicTest(
                                "%s, answered %s".formatted(step, answer),
                                () -> survives(step, weather, answer, portal, contoso, wanted))));
        return Stream.concat(Stream.of(undisturbed), disturbed);
    }

    private static SteppedPublishing begin(Weather weather, Portal portal, Deploying contoso, DeploymentSpec wanted) {
        contoso.intune().reset();
        var publishing = SteppedPublishing.begin(portal, contoso, wanted);
        if (weather != Weather.P7_FORBIDDEN_BEHIND_GRAPH) {
            weather.begin(portal, contoso.intune());
        }
        return publishing;
    }

    private static void survives(
            Step step, Weather weather, Answer answer, Portal portal, Deploying contoso, DeploymentSpec wanted)
            throws IOException {
        var publishing = begin(weather, portal, contoso, wanted);
        assertThat(publishing.advanceTo(step)).isTrue();
        if (weather == Weather.P7_FORBIDDEN_BEHIND_GRAPH) {
            weather.begin(portal, contoso.intune());
        }
        disturb(step, answer, contoso, publishing);
        if (weather == Weather.P1_TO_P3_FROM_THE_FIRST_STEP && step != Step.CREATE) {
            publishing.change(PublishProgress::startOver);
        }
        publishing.finish();
        check(portal, contoso, publishing);
    }

    private static void disturb(Step step, Answer answer, Deploying contoso, SteppedPublishing publishing) {
        var call = call(step);
        switch (answer) {
            case LATE -> {
                if (call != null && call != AppCall.POLL_FILE) {
                    contoso.intune().faults().failNext(call, AppFault.DONE_BUT_UNANSWERED, 1);
                }
                publishing.takeNext();
            }
            case NEVER -> {
                if (call != null) {
                    contoso.intune().faults().failNext(call, AppFault.UNAVAILABLE, 1);
                }
                publishing.takeNext();
            }
            case TWICE -> publishing.takeInVain();
        }
    }

    private static @Nullable AppCall call(Step step) {
        return switch (step) {
            case FETCH, PACK, RELATE, SUPERSEDE -> null;
            case REMAKE -> AppCall.DELETE;
            case CREATE -> AppCall.CREATE;
            case CONTENT_VERSION -> AppCall.CONTENT_VERSION;
            case FILE -> AppCall.FILE;
            case UPLOAD -> AppCall.BLOCK;
            case COMMIT -> AppCall.COMMIT;
            case CHECK_COMMIT -> AppCall.POLL_FILE;
            case USE_CONTENT -> AppCall.USE_CONTENT;
            case PROCESS -> AppCall.READ;
            case CHANGE -> AppCall.UPDATE;
            case CATEGORIES -> AppCall.READ;
            case ASSIGN -> AppCall.ASSIGN;
        };
    }

    private static void check(Portal portal, Deploying contoso, SteppedPublishing publishing) throws IOException {
        assertThat(publishing.status()).as(publishing.cause()).isEqualTo(VersionStatus.SUCCESS);
        var apps = contoso.apps();
        assertThat(apps).hasSize(1);
        var app = apps.getFirst();
        assertThat(app.notes()).contains(publishing.version().toString());
        assertThat(app.assignments()).containsExactly("required group " + contoso.group("Design Studio"));
        assertThat(app.committedContentVersion()).isNotNull();
        try (var zip = new ZipInputStream(Files.newInputStream(contoso.intune().content(Contoso.TENANT, app.id())))) {
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).isEqualTo(contoso.publishers().bytes("7zip.7zip/24.09/7z-x64.msi"));
        }
        portal.bean(WorkFolder.class).discard(publishing.version());
    }
}

package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.said;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import io.patchbay.simulator.intune.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supersedence and dependencies of applications: P14 of intune-in-the-field. */
class IntuneRelationTests {
    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private List<String> apps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> controls.applications().createByHand(CONTOSO, "App " + i))
                .toList();
    }

    private Reply relate(String app, String... relations) {
        String all = Arrays.stream(relations).collect(Collectors.joining(","));
        return intune.send("POST", at(app) + "/updateRelationships", "{\"relationships\":[" + all + "]}");
    }

    private static String supersedes(String app) {
        return "{\"@odata.type\":\"#microsoft.graph.mobileAppSupersedence\",\"targetId\":\"" + app
                + "\",\"supersedenceType\":\"update\"}";
    }

    private static String needs(String app) {
        return "{\"@odata.type\":\"#microsoft.graph.mobileAppDependency\",\"targetId\":\"" + app
                + "\",\"dependencyType\":\"autoInstall\"}";
    }

    @Test
    void relationsAreSeenFromBothSides() {
        List<String> apps = apps(2);
        assertThat(relate(apps.get(0), supersedes(apps.get(1))).status()).isEqualTo(204);
        assertThat(controls.applications().relations(CONTOSO, apps.get(1)))
                .containsExactly(new Relation(Relation.Kind.SUPERSEDENCE, apps.get(0), apps.get(1), "update"));
        var own = intune.get(at(apps.get(0)) + "/relationships").body().at("/value/0");
        assertThat(own.path("targetType").asString()).isEqualTo("child");
        assertThat(own.path("targetDisplayName").asString()).isEqualTo("App 1");
        assertThat(own.path("supersedenceType").asString()).isEqualTo("update");
        var other = intune.get(at(apps.get(1)) + "/relationships").body().at("/value/0");
        assertThat(other.path("targetType").asString()).isEqualTo("parent");
        assertThat(other.path("targetId").asString()).isEqualTo(apps.get(0));
        assertThat(intune.get(at(apps.get(0)))
                        .body()
                        .path("supersedingAppCount")
                        .asInt())
                .isOne();
        assertThat(intune.get(at(apps.get(1))).body().path("supersededAppCount").asInt())
                .isOne();
    }

    @Test
    void whatIsRelatedIsNotDeleted() {
        List<String> apps = apps(2);
        relate(apps.get(0), supersedes(apps.get(1)));
        for (String app : apps) {
            assertThat(said(intune.send("DELETE", at(app), "")))
                    .startsWith("400 ")
                    .contains("relationship");
        }
        assertThat(relate(apps.get(0)).status()).isEqualTo(204);
        assertThat(intune.send("DELETE", at(apps.get(1)), "").status()).isEqualTo(204);
        List<String> others = apps(2);
        relate(others.get(0), needs(others.get(1)));
        assertThat(intune.send("DELETE", at(others.get(1)), "").status()).isEqualTo(400);
        assertThat(intune.send("DELETE", at(others.get(0)), "").status()).isEqualTo(204);
        assertThat(intune.send("DELETE", at(others.get(1)), "").status()).isEqualTo(204);
    }

    @Test
    void atMostTenSupersedeEachOther() {
        List<String> apps = apps(11);
        for (int i = 0; i < 9; i++) {
            assertThat(relate(apps.get(i), supersedes(apps.get(i + 1))).status())
                    .isEqualTo(204);
        }
        assertThat(said(relate(apps.get(9), supersedes(apps.get(10))))).contains("maximum number of 10");
    }

    @Test
    void atMostAHundredHangTogetherByNeed() {
        List<String> apps = apps(101);
        String[] all =
                apps.stream().skip(1).limit(99).map(IntuneRelationTests::needs).toArray(String[]::new);
        assertThat(relate(apps.get(0), all).status()).isEqualTo(204);
        assertThat(said(relate(apps.get(1), needs(apps.get(100))))).contains("maximum number of 100");
    }

    @Test
    void relationsThatMakeNoSenseAreRefused() {
        List<String> apps = apps(3);
        assertThat(relate(apps.get(0), supersedes(apps.get(1))).status()).isEqualTo(204);
        assertThat(said(relate(apps.get(1), supersedes(apps.get(0))))).contains("cycle");
        assertThat(said(relate(apps.get(0), supersedes(apps.get(0))))).contains("itself");
        assertThat(said(relate(apps.get(0), supersedes(apps.get(1)), needs(apps.get(1)))))
                .contains("more than one");
        assertThat(said(relate(apps.get(0), supersedes(CONTOSO.toString())))).contains("was not found");
        assertThat(said(relate(apps.get(0), needs(apps.get(1)).replace("autoInstall", "always"))))
                .contains("'always' was not found");
        assertThat(said(relate(apps.get(0), needs(apps.get(1)).replace("\"@odata.type\"", "\"type\""))))
                .startsWith("400 ");
    }

    @Test
    void onlyWhatIsPublishedHasRelations() {
        String app = intune.create("One");
        assertThat(said(relate(app, needs(apps(1).getFirst()))))
                .isEqualTo("400 Invalid operation: app's PublishingState is not 'Published'.");
    }
}

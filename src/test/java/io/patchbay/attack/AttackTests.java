package io.patchbay.attack;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * 10,000 hostile requests; run by {@code ./mvnw test -Dtest=AttackTests -Dpatchbay.attack=true}. {@code -Dpatchbay.attack.seed} chooses others,
 * {@code -Dpatchbay.attack.requests} how many.
 */
@EnabledIfSystemProperty(named = "patchbay.attack", matches = "true")
@PortalTest
class AttackTests {

    @Test
    void tenThousandHostileRequestsBreakNothing(Portal portal) {
        attack(
                portal,
                Integer.getInteger("patchbay.attack.requests", 10_000),
                Long.getLong("patchbay.attack.seed", 42L));
    }

    /** Half of them must leave every table as it was; none may change the other company, fail, or come back alive. */
    static void attack(Portal portal, int requests, long seed) {
        var battlefield = new Battlefield(portal);
        var attacks = battlefield.attacks(seed);
        var victim = battlefield.victim();
        var before = battlefield.rows();

        var all = new SoftAssertions();
        all.assertThat(battlefield.send(attacks.futile(requests / 2))).isEmpty();
        all.assertThat(battlefield.rows()).isEqualTo(before);
        all.assertThat(battlefield.send(attacks.typed(requests - requests / 2))).isEmpty();
        all.assertThat(battlefield.victim()).isEqualTo(victim);
        all.assertAll();
    }
}

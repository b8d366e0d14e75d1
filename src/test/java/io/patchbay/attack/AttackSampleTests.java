package io.patchbay.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small sample of {@link AttackTests}, the same each time, and every parameter of every endpoint with what breaks forms. */
@PortalTest
class AttackSampleTests {

    private static final List<String> WRONG =
            List.of("", "NaN", "NOT_A_VALUE", "99999999999999999999999", ",,,", "\u202e'\">" + HostileValues.MARKUP);

    @Test
    void hostileRequestsBreakNothing(Portal portal) {
        AttackTests.attack(portal, 400, 1);
    }

    @Test
    void nothingThatCanBeTypedBreaksAForm(Portal portal) {
        var battlefield = new Battlefield(portal);
        var attacks = battlefield.attacks(1).everywhere(WRONG);
        assertThat(attacks).hasSizeGreaterThan(1000);
        assertThat(battlefield.send(attacks)).isEmpty();
    }
}

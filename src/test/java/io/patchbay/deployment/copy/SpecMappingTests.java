package io.patchbay.deployment.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.GroupMapping.MappedGroup;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.problem.ConflictException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a copied deployment names is found in the tenant by its identifier, else by a name that only one has. */
@Tag("fast")
class SpecMappingTests {

    private static final UUID DESIGN = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID DESIGN_HERE = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private static DeploymentSpec spec(
            Map<String, String> scopeTags, Map<String, String> categories, Assignment... assignments) {
        var spec = DeploymentSpec.of(
                new VersionChoice.Latest(0), new InstallerChoice(Architecture.X64, InstallScope.MACHINE, "de-DE"));
        return new DeploymentSpec(
                spec.choice(),
                spec.installer(),
                spec.commands(),
                spec.detection(),
                spec.returnCodes(),
                scopeTags,
                categories,
                spec.retain(),
                List.of(assignments),
                spec.rollout());
    }

    private static Assignment allDevices(String filter, String name) {
        return new Assignment(Intent.REQUIRED, Target.ALL_DEVICES, null, null, filter, name, true);
    }

    private static SpecMapping filters(Map<String, String> offer) {
        return new SpecMapping(new GroupMapping(Map.of()), offer, Map.of(), Map.of());
    }

    @Test
    void aFilterIsFoundByItsIdentifierThoughItIsCalledOtherwiseNow() {
        var mapping = filters(Map.of("f1", "Laptops", "f2", "Desktops"));
        var spec = spec(Map.of(), Map.of(), allDevices("f1", "Desktops"));
        assertThat(mapping.missingFilter(spec)).isEmpty();
        assertThat(mapping.map(spec).assignments()).containsExactly(allDevices("f1", "Laptops"));
    }

    @Test
    void aFilterOfAnotherTenantIsFoundByItsName() {
        var mapping = filters(Map.of("g1", "Laptops", "g2", "Desktops"));
        var spec = spec(Map.of(), Map.of(), allDevices("f1", "Desktops"));
        assertThat(mapping.map(spec).assignments()).containsExactly(allDevices("g2", "Desktops"));
    }

    @Test
    void aFilterThatIsNotThereOrThereTwiceIsNeverLeftOut() {
        var spec = spec(Map.of(), Map.of(), allDevices("f1", "Desktops"));
        for (var offer : List.of(Map.of("g1", "Laptops"), Map.of("g1", "Desktops", "g2", "Desktops"))) {
            var mapping = filters(offer);
            assertThat(mapping.missingFilter(spec)).contains("Desktops");
            assertThatThrownBy(() -> mapping.map(spec))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            refused -> assertThat(refused.messageKey()).isEqualTo("copy.filter.missing"));
        }
    }

    @Test
    void scopeTagsAndCategoriesAreFoundInTheSameWayAndNamedWhereTheyAreNot() {
        var mapping = new SpecMapping(
                new GroupMapping(Map.of()),
                Map.of(),
                Map.of("0", "Default", "7", "Berlin", "8", "Oslo", "9", "Oslo"),
                Map.of("c9", "Productivity"));
        var spec = spec(
                Map.of("0", "Default", "3", "Berlin", "4", "Oslo", "7", "Hamburg"),
                Map.of("c1", "Productivity", "c2", "Development"));
        assertThat(mapping.missingMarks(spec)).containsExactlyInAnyOrder("Oslo", "Hamburg", "Development");
        var mapped = mapping.map(spec);
        assertThat(mapped.scopeTags()).isEqualTo(Map.of("0", "Default", "7", "Berlin"));
        assertThat(mapped.categories()).isEqualTo(Map.of("c9", "Productivity"));
    }

    @Test
    void aGroupIsTheOneThatTakesItsPlaceAndNoneWhereItIsLeftOut() {
        var left = UUID.fromString("00000000-0000-0000-0000-000000000003");
        var mapping = new SpecMapping(
                new GroupMapping(
                        Map.of(DESIGN, new MappedGroup.Found(DESIGN_HERE, "Design"), left, new MappedGroup.LeftOut())),
                Map.of(),
                Map.of(),
                Map.of());
        var mapped = mapping.map(spec(Map.of(), Map.of(), group(DESIGN, "Old"), group(left, "Left")));
        assertThat(mapped.assignments()).containsExactly(group(DESIGN_HERE, "Design"));
        assertThatThrownBy(() -> mapping.map(spec(Map.of(), Map.of(), group(DESIGN_HERE, "Nobody said"))))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("copy.group.unclear"));
    }

    private static Assignment group(UUID id, String name) {
        return new Assignment(Intent.REQUIRED, Target.GROUP, id, name, null, null, false);
    }
}

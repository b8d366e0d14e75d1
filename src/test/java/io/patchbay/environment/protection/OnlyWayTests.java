package io.patchbay.environment.protection;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.patchbay.environment.disconnect.Disconnecting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever disconnects a tenant asks first how the company protects its connections. */
@Tag("fast")
class OnlyWayTests {

    @Test
    void nothingElseBeginsADisconnect() {
        var patchbay = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.patchbay");
        assertThat(patchbay.get(Disconnecting.class).getMethods())
                .anyMatch(method -> method.getName().equals("begin"));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.patchbay.environment.protection")
                .should()
                .callMethodWhere(describe(
                        "it begins a disconnect",
                        (JavaCall<?> call) -> begins(call.getTarget())
                                && !call.getOriginOwner().isEquivalentTo(Disconnecting.class)))
                .check(patchbay);
    }

    private static boolean begins(CodeUnitCallTarget target) {
        return target.getOwner().isEquivalentTo(Disconnecting.class)
                && target.getName().equals("begin");
    }
}

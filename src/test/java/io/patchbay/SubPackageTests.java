package io.patchbay;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The concerns of a module know each other one way only, so that each can be read, tested and moved without those above it. */
@Tag("fast")
class SubPackageTests {

    private static final JavaClasses PATCHBAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay");

    /**
     * Whose root is a front door and a vocabulary at once: its services know the concerns behind them, which speak of its
     * identifiers and views. Of all other modules the root has its place in the order, too.
     */
    private static final Set<String> FRONT_DOORS = Set.of("catalog", "company", "environment", "event", "licensing");

    @Test
    void noConcernsOfAModuleKnowEachOther() {
        freeOfCycles(FRONT_DOORS).check(PATCHBAY);
    }

    @Test
    void noModuleIsAFrontDoorWithoutNeed() {
        for (var module : FRONT_DOORS) {
            var others = FRONT_DOORS.stream().filter(one -> !one.equals(module)).collect(Collectors.toSet());
            assertThat(freeOfCycles(others).evaluate(PATCHBAY).hasViolation())
                    .as(module)
                    .isTrue();
        }
    }

    private static ArchRule freeOfCycles(Set<String> frontDoors) {
        return slices().assignedFrom(new Concerns(frontDoors))
                .should()
                .beFreeOfCycles()
                .because("what two concerns share belongs below both, and what needs both above them");
    }

    private record Concerns(Set<String> frontDoors) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var names = type.getPackageName().split("\\.");
            if (names.length < 3 || (names.length == 3 && frontDoors.contains(names[2]))) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(names[2], names.length == 3 ? "root" : names[3]);
        }

        @Override
        public String getDescription() {
            return "the concerns of each module";
        }
    }
}

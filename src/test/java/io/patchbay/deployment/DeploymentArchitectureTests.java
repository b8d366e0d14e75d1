package io.patchbay.deployment;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of the concerns of a deployment: each knows only those before it. */
@Tag("fast")
class DeploymentArchitectureTests {

    private static final JavaClasses DEPLOYMENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay.deployment");

    @Test
    void eachConcernKnowsOnlyThoseBeforeIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.patchbay.deployment..")
                .layer("archive")
                .definedBy("io.patchbay.deployment.archive..")
                .layer("model")
                .definedBy("io.patchbay.deployment.model..")
                .layer("device")
                .definedBy("io.patchbay.deployment.device..")
                .layer("publishing")
                .definedBy("io.patchbay.deployment.publishing..")
                .layer("removal")
                .definedBy("io.patchbay.deployment.removal..")
                .layer("synchronization")
                .definedBy("io.patchbay.deployment.synchronization..")
                .layer("management")
                .definedBy("io.patchbay.deployment.management..")
                .layer("assignment")
                .definedBy("io.patchbay.deployment.assignment..")
                .layer("quick")
                .definedBy("io.patchbay.deployment.quick..")
                .layer("copy")
                .definedBy("io.patchbay.deployment.copy..")
                .layer("web")
                .definedBy("io.patchbay.deployment.web..")
                .whereLayer("archive")
                .mayOnlyBeAccessedByLayers("publishing")
                .whereLayer("device")
                .mayOnlyBeAccessedByLayers("publishing", "management")
                .whereLayer("publishing")
                .mayOnlyBeAccessedByLayers("removal", "synchronization", "management", "quick", "copy", "web")
                .whereLayer("removal")
                .mayOnlyBeAccessedByLayers("synchronization", "management", "web")
                .whereLayer("synchronization")
                .mayOnlyBeAccessedByLayers("management", "web")
                .whereLayer("management")
                .mayOnlyBeAccessedByLayers("assignment", "quick", "copy", "web")
                .whereLayer("assignment")
                .mayOnlyBeAccessedByLayers("quick", "copy", "web")
                .whereLayer("quick")
                .mayOnlyBeAccessedByLayers("copy", "web")
                .whereLayer("copy")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .because("a step of publishing must not know who asked for it")
                .check(DEPLOYMENT);
    }

    @Test
    void noConcernsKnowEachOther() {
        slices().matching("io.patchbay.deployment.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DEPLOYMENT);
    }

    @Test
    void theMarkIsMadeInOnePlace() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/io/patchbay/deployment"))) {
            var marking = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(DeploymentArchitectureTests::makesTheMark)
                    .map(file -> file.getFileName().toString());
            assertThat(marking).containsExactly("AppMark.java");
        }
    }

    private static boolean makesTheMark(Path file) {
        try {
            return Files.readString(file).contains("\"patchbay:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

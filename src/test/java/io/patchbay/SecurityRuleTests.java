package io.patchbay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.image.Picture;
import io.patchbay.platform.mail.MailHeaders;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kinds of attack that end because the portal does not have what they need. */
@Tag("fast")
class SecurityRuleTests {

    private static final JavaClasses PATCHBAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay");

    @Test
    void nothingIsExecuted() {
        noClasses()
                .should()
                .dependOnClassesThat(type(ProcessBuilder.class)
                        .or(type(Process.class))
                        .or(resideInAnyPackage(
                                "javax.script..", "javax.naming..", "org.springframework.expression..", "groovy..")))
                .because("there are no commands, scripts, names of a directory or expressions to inject into")
                .check(PATCHBAY);
        noClasses()
                .should()
                .callMethodWhere(calls(Runtime.class, "exec"))
                .because("there are no commands to inject into")
                .check(PATCHBAY);
    }

    @Test
    void noXmlIsRead() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javax.xml..", "org.w3c.dom..", "org.xml..", "jakarta.xml..", "tools.jackson.dataformat.xml.."))
                .because("what is not parsed neither expands entities nor fetches them")
                .check(PATCHBAY);
    }

    @Test
    void noObjectIsReadThatJavaWrote() {
        noClasses()
                .should()
                .dependOnClassesThat(type(ObjectInputStream.class))
                .because("deserialization makes objects of a class that the writer chose")
                .check(PATCHBAY);
    }

    @Test
    void onlyOnePlaceSetsHeadersOfMail() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(MailHeaders.class)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "sets a header of a mail",
                        call -> isMail(call.getTarget())
                                && call.getTarget().getName().matches("setSubject|setHeader|addHeader|addHeaderLine")))
                .because("a line break in a name would begin a header of its own")
                .check(PATCHBAY);
    }

    private static boolean isMail(AccessTarget target) {
        return target.getOwner().isAssignableTo(Part.class)
                || target.getOwner().getPackageName().startsWith("org.springframework.mail");
    }

    /** How long a comparison takes must not say how much of a secret was right. */
    @Test
    void bytesAreComparedInConstantTime() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Picture.class)
                .should()
                .callMethodWhere(calls(Arrays.class, "equals"))
                .because("MessageDigest.isEqual takes as long whatever differs")
                .check(PATCHBAY);
    }

    @Test
    void randomnessThatMustNotBeGuessedComesFromTheSystem() {
        noClasses()
                .should()
                .dependOnClassesThat(type(Random.class))
                .because("its next value follows from those before")
                .check(PATCHBAY);
        assertThat(PATCHBAY.get(OneTimeSecrets.class).getDirectDependenciesFromSelf())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(SecureRandom.class));
    }

    /** Certificates and host names are always checked: what could switch that off is not used. */
    @Test
    void noTrustIsSwitchedOff() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.net.ssl..")
                        .and(nameMatching(".*(HostnameVerifier|X509TrustManager|X509ExtendedTrustManager)")))
                .orShould()
                .dependOnClassesThat(nameMatching("org\\.apache\\.hc\\..*(Noop|TrustAll).*"))
                .because("a certificate that is not checked proves nothing")
                .check(PATCHBAY);
    }

    @Test
    void scriptsOfThePagesEvaluateNothingAndWriteNoMarkup() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/static"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern(
                                "\\beval\\(|new Function\\(|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|postMessage"
                                        + "|localStorage\\.setItem\\([^)]*token|__proto__");
            }
        }
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> calls(
            Class<?> owner, String name) {
        return DescribedPredicate.describe(
                "call " + owner.getSimpleName() + "." + name,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getTarget().getName().equals(name));
    }
}

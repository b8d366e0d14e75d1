package io.patchbay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.patchbay.outbound.OutboundHttp;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import jakarta.persistence.Entity;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;

/** The house rules of design.md that a machine can hold, each with its reason. */
@Tag("fast")
class ArchitectureTests {

    private static final JavaClasses PATCHBAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay");

    @Test
    void entitiesRepositoriesAndControllersArePrivateToTheirModule() {
        classes()
                .that(annotatedWith(Entity.class)
                        .or(annotatedWith(Controller.class))
                        .or(assignableTo(Repository.class))
                        .or(annotatedWith(org.springframework.stereotype.Repository.class)))
                .should(new BeUsedWithinItsModuleOnly())
                .because("other modules and pages go through a module's front door")
                .check(PATCHBAY);
    }

    @Test
    void transactionsSitOnServices() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .because("a change is one service method and one transaction")
                .check(PATCHBAY);
    }

    @Test
    void noTransactionCallsMicrosoftOrAnOutsideAddress() {
        methods()
                .that(DescribedPredicate.describe("begin a transaction", NotCallOutside::begins))
                .should(new NotCallOutside())
                .because("a call may take seconds, which no database transaction should last")
                .check(PATCHBAY);
    }

    @Test
    void theRuleAboutTransactionsSeesBothKinds() {
        var fixture = new ClassFileImporter().importClasses(CallsOutside.class, OutboundHttp.class);
        assertThat(fixture.get(CallsOutside.class).getMethods().stream()
                        .filter(NotCallOutside::begins)
                        .filter(method -> {
                            var events = ConditionEvents.Factory.create();
                            new NotCallOutside().check(method, events);
                            return events.containViolation();
                        })
                        .map(JavaMethod::getName))
                .containsExactlyInAnyOrder("annotated", "template", "throughAnother");
    }

    @SuppressWarnings("unused")
    private record CallsOutside(OutboundHttp http, TransactionTemplate transaction) {

        @Transactional
        void annotated() {
            http.get("https://example.com", Map.of());
        }

        void template() {
            transaction.executeWithoutResult(status -> http.get("https://example.com", Map.of()));
        }

        void throughAnother() {
            transaction.executeWithoutResult(status -> callHere());
        }

        void outsideOfTheTransaction() {
            transaction.executeWithoutResult(status -> {});
            callHere();
        }

        private void callHere() {
            http.get("https://example.com", Map.of());
        }
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        methods()
                .that(metaAnnotatedWith(RequestMapping.class))
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(SignedIn.class)
                .orShould()
                .beAnnotatedWith(ForStaff.class)
                .orShould()
                .beAnnotatedWith(OpenToAll.class)
                .because("a handler that says nothing is closed to everybody")
                .check(PATCHBAY);
    }

    @Test
    void whatTemplatesReadIsPublic() {
        classes()
                .that()
                .resideInAPackage("..web..")
                .and()
                .areRecords()
                .or()
                .resideInAPackage("..web..")
                .and()
                .areEnums()
                .should()
                .bePublic()
                .orShould()
                .bePrivate()
                .because("an expression on any other type is never compiled, and read by reflection for each row")
                .check(PATCHBAY);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(JavaAccess.Predicates.target(new AskForTheTimeOfTheMachine()))
                .because("tests and the simulator move the clock")
                .check(PATCHBAY);
    }

    @Test
    void theClockIsMadeInOnePlace() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("TimeConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .because("tests and the simulator move the clock")
                .check(PATCHBAY);
    }

    @Test
    void instantsBecomeTimestampsInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.patchbay.platform.jdbc")
                .should()
                .callMethod(OffsetDateTime.class, "ofInstant", Instant.class, ZoneId.class)
                .orShould()
                .callMethod(ResultSet.class, "getTimestamp", String.class)
                .orShould()
                .callMethod(ResultSet.class, "getTimestamp", int.class)
                .because("Timestamps does it for every statement")
                .check(PATCHBAY);
    }

    @Test
    void jobsOfOneCompanysThingAreDurableJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.patchbay.platform.job")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.github.kagkarlsson.scheduler.SchedulerClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.github.kagkarlsson.scheduler.task.helper.CustomTask")
                .because("a wake-up is lost by most ways to use db-scheduler, and by DurableJob not")
                .check(PATCHBAY);
    }

    @Test
    void onlyMicrosoftAndOutboundTalkHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.patchbay.microsoft..", "io.patchbay.outbound..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "com.microsoft.aad..",
                        "org.apache.hc.."))
                .because("time-outs, trust and the guard against inner addresses are set there")
                .check(PATCHBAY);
    }

    @Test
    void controllersKnowNoDatabase() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.jdbc..", "org.springframework.data..", "jakarta.persistence.."))
                .because("a page is one service call")
                .check(PATCHBAY);
    }

    private static class BeUsedWithinItsModuleOnly extends ArchCondition<JavaClass> {
        BeUsedWithinItsModuleOnly() {
            super("be used within its module only");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesToSelf().stream()
                    .filter(use -> !module(use.getOriginClass()).equals(module(type)))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
        }

        private static String module(JavaClass type) {
            return type.getPackageName().split("\\.", 4)[2];
        }
    }

    private static class AskForTheTimeOfTheMachine extends DescribedPredicate<AccessTarget> {

        private static final Set<String> TIMES = Stream.of(
                        Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                .map(Class::getName)
                .collect(Collectors.toSet());

        AskForTheTimeOfTheMachine() {
            super("asks for the time of the machine");
        }

        @Override
        public boolean test(AccessTarget target) {
            if (!(target instanceof AccessTarget.MethodCallTarget call)) {
                return false;
            }
            var owner = call.getOwner().getName();
            var ownTime = TIMES.contains(owner)
                    && call.getName().equals("now")
                    && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return ownTime
                    || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"))
                    || (owner.equals("java.util.Date") && call.getName().equals("<init>"));
        }
    }
}

package io.patchbay;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows every call within Patchbay from inside a transaction, whether it is begun by {@link Transactional} or by a
 * {@link TransactionOperations}, whose work is what the beginning method's lambdas do. An interface counts as everything that
 * implements it.
 */
class NotCallOutside extends ArchCondition<JavaMethod> {

    private static final Set<String> DOORS = Set.of(
            "io.patchbay.microsoft.identity.AppTokens",
            "io.patchbay.microsoft.identity.StepUpSignIn",
            "io.patchbay.microsoft.graph.Graph",
            "io.patchbay.microsoft.graph.GraphApi",
            "io.patchbay.microsoft.intune.BlockUpload",
            "io.patchbay.outbound.OutboundHttp",
            "io.patchbay.outbound.Downloads",
            "org.springframework.mail.javamail.JavaMailSender");

    /** Methods of the doors that stay on this machine. */
    private static final Set<String> LOCAL =
            Set.of("forget", "problemWith", "blocks", "close", "<init>", "createMimeMessage");

    NotCallOutside() {
        super("not call Microsoft or an outside address inside a transaction");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        var annotated = method.isAnnotatedWith(Transactional.class);
        method.getAccessesFromSelf().stream()
                .filter(access -> annotated || access.isDeclaredInLambda())
                .flatMap(NotCallOutside::targets)
                .forEach(next::push);
        while (!next.isEmpty()) {
            var unit = next.pop();
            if (isDoor(unit)) {
                events.add(
                        SimpleConditionEvent.violated(method, method.getFullName() + " reaches " + unit.getFullName()));
                return;
            }
            if (seen.add(unit)) {
                unit.getAccessesFromSelf().stream()
                        .flatMap(NotCallOutside::targets)
                        .forEach(next::push);
            }
        }
    }

    /** Whether the method runs a transaction of its own. */
    static boolean begins(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class)
                || method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(TransactionOperations.class));
    }

    private static boolean isDoor(JavaCodeUnit unit) {
        return DOORS.contains(unit.getOwner().getName()) && !LOCAL.contains(unit.getName());
    }

    private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .flatMap(unit -> Stream.concat(Stream.of(unit), implementations(unit)))
                .filter(unit -> isDoor(unit) || unit.getOwner().getPackageName().startsWith("io.patchbay"));
    }

    private static Stream<JavaCodeUnit> implementations(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        if (!owner.isInterface() || !owner.getPackageName().startsWith("io.patchbay")) {
            return Stream.empty();
        }
        return owner.getAllSubclasses().stream()
                .flatMap(type -> type
                        .tryGetMethod(
                                unit.getName(),
                                unit.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .stream());
    }
}

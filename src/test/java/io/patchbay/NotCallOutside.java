package io.patchbay;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows every call within Patchbay from inside a transaction, whether it is begun by {@link Transactional} or by a
 * {@link TransactionOperations}, whose work is what the beginning method's lambdas do ({@link CallWalk}).
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
        var annotated = method.isAnnotatedWith(Transactional.class);
        var accesses = method.getAccessesFromSelf().stream().filter(access -> annotated || access.isDeclaredInLambda());
        CallWalk.reached(accesses, NotCallOutside::isDoor)
                .ifPresent(unit -> events.add(SimpleConditionEvent.violated(
                        method, method.getFullName() + " reaches " + unit.getFullName())));
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
}

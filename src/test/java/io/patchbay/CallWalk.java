package io.patchbay;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Follows calls and method references within Patchbay. An interface counts as everything that implements it; which branch of a
 * method is taken cannot be seen.
 */
public final class CallWalk {

    private CallWalk() {}

    /** What satisfies the goal and is reached from these accesses, if anything does; it may be outside Patchbay. */
    public static Optional<JavaCodeUnit> reached(
            Stream<? extends JavaAccess<?>> accesses, Predicate<JavaCodeUnit> goal) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        accesses.flatMap(CallWalk::targets).forEach(next::push);
        while (!next.isEmpty()) {
            var unit = next.pop();
            if (goal.test(unit)) {
                return Optional.of(unit);
            }
            if (within(unit) && seen.add(unit)) {
                unit.getAccessesFromSelf().stream().flatMap(CallWalk::targets).forEach(next::push);
            }
        }
        return Optional.empty();
    }

    private static boolean within(JavaCodeUnit unit) {
        return unit.getOwner().getPackageName().startsWith("io.patchbay");
    }

    private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .flatMap(unit -> Stream.concat(Stream.of(unit), implementations(unit)));
    }

    private static Stream<JavaCodeUnit> implementations(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        if (!owner.isInterface() || !within(unit)) {
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

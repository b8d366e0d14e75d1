package io.patchbay.platform.tenancy;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.StaffRole;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is acting, and for which company, for the length of one request or one piece of a job. */
public final class Current {

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private Current() {}

    /**
     * @param company the company acted for, null before one is chosen
     * @param actor who acts
     * @param capabilities what the actor may do in that company
     * @param staff what the actor is among the vendor's own staff
     */
    public record Scope(
            @Nullable CompanyId company,
            @Nullable String companyName,
            Actor actor,
            Set<Capability> capabilities,
            Set<StaffRole> staff) {}

    /** What is done inside a scope. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Throwable> {
        T run() throws X;
    }

    /** Does the work in the scope, which ends with it. */
    public static <T extends @Nullable Object, X extends Throwable> T in(Scope scope, Work<T, X> work) throws X {
        return ScopedValue.where(SCOPE, scope).call(work::run);
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Action<X extends Throwable> {
        void run() throws X;
    }

    /** Does the work in the scope, which ends with it. */
    public static <X extends Throwable> void inside(Scope scope, Action<X> action) throws X {
        ScopedValue.where(SCOPE, scope).<Boolean, X>call(() -> {
            action.run();
            return true;
        });
    }

    /** Does the work for a company as a job or a person outside a request. */
    public static <T extends @Nullable Object, X extends Throwable> T as(
            CompanyId company, Actor actor, Work<T, X> work) throws X {
        return in(new Scope(company, null, actor, Set.of(), Set.of()), work);
    }

    /**
     * Does the work as the vendor's staff that the current person is, in a company or in the operator's own log.
     *
     * @throws IllegalStateException where the current person is no staff
     */
    public static <T extends @Nullable Object, X extends Throwable> T asStaff(CompanyId company, Work<T, X> work)
            throws X {
        var scope = scope().filter(s -> !s.staff().isEmpty())
                .orElseThrow(() -> new IllegalStateException("Only the vendor's staff may do this"));
        return switch (scope.actor()) {
            case Actor.Human person ->
                as(company, new Actor.Staff(person.id(), person.name(), person.email(), person.origin()), work);
            case Actor.Machine machine -> throw new IllegalStateException("A job is no staff");
        };
    }

    /** Whether the actor has that role among the vendor's own staff. */
    public static boolean is(StaffRole role) {
        return scope().map(s -> s.staff().stream().anyMatch(own -> own.covers(role)))
                .orElse(false);
    }

    /** The scope, where one is open. */
    public static Optional<Scope> scope() {
        return SCOPE.isBound() ? Optional.of(SCOPE.get()) : Optional.empty();
    }

    /** The company acted for, where one is bound. */
    public static Optional<CompanyId> companyIfAny() {
        return scope().map(Scope::company);
    }

    /**
     * The statement that binds a company to the transaction it is sent in. A statement takes no parameter; an identifier is made
     * of hexadecimal digits and hyphens.
     */
    public static String binding(@Nullable CompanyId company) {
        return "set local patchbay.company_id = '" + (company == null ? "" : company.value()) + "'";
    }

    /**
     * The company acted for.
     *
     * @throws IllegalStateException where none is bound: there is no default company
     */
    public static CompanyId company() {
        return companyIfAny().orElseThrow(() -> new IllegalStateException("No company is bound to this work"));
    }

    /**
     * Who acts.
     *
     * @throws IllegalStateException outside a scope
     */
    public static Actor actor() {
        return scope().map(Scope::actor).orElseThrow(() -> new IllegalStateException("Nobody is bound to this work"));
    }

    /** Whether the actor may do that in the current company. */
    public static boolean may(Capability capability) {
        return scope().map(s -> s.capabilities().contains(capability)).orElse(false);
    }
}

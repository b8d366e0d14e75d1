package io.patchbay.deployment.publishing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an application requires, and who requires it.
 *
 * @param required the applications that it requires
 * @param dependents the applications in Intune that require it, as far as they are the latest of their deployments
 */
public record AppNeeds(List<RequiredApp> required, List<String> dependents) {

    /** Nothing, and nobody. */
    static final AppNeeds NONE = new AppNeeds(List.of(), List.of());

    /** How far a required application is. */
    public enum Readiness {
        /** It is published. */
        READY,
        /** It is being published for the first time. */
        COMING,
        /** Its publishing failed. */
        FAILED,
        /** The environment does not have it any more. */
        ABSENT
    }

    /**
     * A required application.
     *
     * @param app its identifier in Intune; null where it is not ready
     */
    public record RequiredApp(
            String name, Readiness readiness, @Nullable String app) {}

    boolean none() {
        return required.isEmpty() && dependents.isEmpty();
    }

    /** The applications in Intune that are required and are ready. */
    List<String> ready() {
        return required.stream()
                .map(RequiredApp::app)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The names of those that are so. */
    List<String> names(Readiness readiness) {
        return required.stream()
                .filter(one -> one.readiness() == readiness)
                .map(RequiredApp::name)
                .toList();
    }
}

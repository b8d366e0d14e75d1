package io.patchbay.environment;

import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends with a connection; implemented as a bean by each module that has such things. A disconnect asks every one of
 * them for its pieces first, and then to take them away one by one, in the order of the beans.
 */
public interface ConnectionTeardown {

    /** The kind of its pieces, by which the messages know them: {@code teardown.<kind>}. Never changes. */
    String kind();

    /**
     * What of this kind ends with the connection; asked inside a transaction, so it must not call Microsoft.
     *
     * @return its pieces in the order in which they are to be taken away
     */
    List<TeardownItem> preview(EnvironmentId environment);

    /**
     * Brings what {@link #preview} tells up to date; asked before it, outside of any transaction, so it may call Microsoft.
     * What cannot be asked stays as it was known.
     */
    default void look(EnvironmentId environment) {}

    /** Whether pieces of it are in the tenant too, so that one can choose to leave them there. */
    default boolean inTenant() {
        return false;
    }

    /**
     * The same as {@link #preview} for somebody who wants what is in the tenant to stay there.
     *
     * @return its pieces; those that stay, too, so that the report can name them
     */
    default List<TeardownItem> previewLeaving(EnvironmentId environment) {
        return preview(environment);
    }

    /** Who has access to the company by what ends; asked inside a transaction. */
    default AffectedPeople people(EnvironmentId environment) {
        return AffectedPeople.NONE;
    }

    /**
     * People by name: those who lose access to the company, and those who keep it, as they have it otherwise too.
     */
    record AffectedPeople(List<String> losing, List<String> keeping) {

        public static final AffectedPeople NONE = new AffectedPeople(List.of(), List.of());
    }

    /**
     * Takes a piece away, in the tenant and here. Asked outside of any transaction, perhaps again after a crash, and
     * perhaps for a piece that is gone already: that is a success. {@link Removal.NotNow} concerns all of its kind: none of them
     * is asked for again before that time is over. {@link Removal.Found} tells the identifier of an application that had none.
     *
     * @see RemovalPolicy
     */
    Removal remove(EnvironmentId environment, TeardownItem piece);

    /** Whether removing a piece appends an event of its own, so that none has to be appended for it. */
    default boolean appendsEvents() {
        return false;
    }

    /**
     * One piece.
     *
     * @param reference by which the implementation knows it
     * @param name by which people know it
     * @param app the application in the tenant that it is; null for what is in Patchbay only
     */
    record TeardownItem(
            String reference, String name, @Nullable TenantApp app) {

        /** A piece that is in Patchbay only. */
        public TeardownItem(String reference, String name) {
            this(reference, name, null);
        }

        /** The same with its application's identifier in the tenant. */
        public TeardownItem found(String id) {
            return app == null
                    ? this
                    : new TeardownItem(reference, name, new TenantApp(app.name(), app.version(), id, app.mark()));
        }
    }

    /**
     * An application in the tenant.
     *
     * @param name its name without a version
     * @param id its identifier in Intune; null where it is not known, so that only the mark finds it
     * @param mark what is in its notes, by which it is known as ours
     */
    record TenantApp(String name, String version, @Nullable String id, String mark) {}
}

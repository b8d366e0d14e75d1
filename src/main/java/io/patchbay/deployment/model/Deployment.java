package io.patchbay.deployment.model;

import io.patchbay.catalog.AppId;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An application of the catalog in an environment's Intune: what is wanted there, and whether it is kept up to date. */
@Entity
public class Deployment {

    @EmbeddedId
    private DeploymentKey key;

    private UUID environmentId;
    private String appId;
    private String appName;
    private String publisher;

    @Enumerated(EnumType.STRING)
    private DeploymentState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private DeploymentSpec spec;

    private Instant createdAt;
    private String createdBy;
    private Instant changedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Deployment() {}

    /** A draft, of which nothing is published yet. */
    public Deployment(
            CompanyId company,
            DeploymentId id,
            EnvironmentId environment,
            DeployedApp app,
            DeploymentSpec spec,
            String by,
            Instant at) {
        this.key = DeploymentKey.of(company, id);
        this.environmentId = environment.value();
        this.appId = app.id().value();
        this.appName = app.name();
        this.publisher = app.publisher();
        this.state = DeploymentState.DRAFT;
        this.spec = spec;
        this.createdAt = at;
        this.createdBy = by;
        this.changedAt = at;
    }

    /** The application of the catalog, as it was called when it was deployed. */
    public record DeployedApp(AppId id, String name, String publisher) {}

    /**
     * Makes sure that it may be changed by a person who saw that state of it.
     *
     * @throws ConflictException where another person changed it since, or it is being deleted
     */
    public void checkChangeable(int seen) {
        if (version() != seen) {
            throw new ConflictException("deployments.changed");
        }
        checkNotDeleting();
    }

    private void checkNotDeleting() {
        if (deleting()) {
            throw new ConflictException("deployments.deleting");
        }
    }

    /**
     * Changes what is wanted.
     *
     * @throws ConflictException where it is being deleted
     */
    public void change(DeploymentSpec wanted, Instant at) {
        checkNotDeleting();
        this.spec = wanted;
        this.changedAt = at;
    }

    /** Ends the draft: from now on it is kept up to date. */
    public void publish(Instant at) {
        become(DeploymentState.DRAFT, DeploymentState.ACTIVE, at);
    }

    /** Nothing of it is published any more until {@link #resume}. */
    public void pause(Instant at) {
        become(DeploymentState.ACTIVE, DeploymentState.PAUSED, at);
    }

    /** It is kept up to date again. */
    public void resume(Instant at) {
        become(DeploymentState.PAUSED, DeploymentState.ACTIVE, at);
    }

    private void become(DeploymentState from, DeploymentState to, Instant at) {
        if (state != from) {
            throw new IllegalStateException("A deployment that is %s cannot become %s".formatted(state, to));
        }
        this.state = to;
        this.changedAt = at;
    }

    /** It is taken out of Intune from now on, for good. A draft has nothing there and is deleted at once instead. */
    public void beginDeletion(Instant at) {
        if (draft() || deleting()) {
            throw new IllegalStateException("A deployment that is %s is not taken out of Intune".formatted(state));
        }
        this.state = DeploymentState.DELETING;
        this.changedAt = at;
    }

    public DeploymentId id() {
        return new DeploymentId(key.deploymentId());
    }

    public EnvironmentId environment() {
        return new EnvironmentId(environmentId);
    }

    public AppId app() {
        return new AppId(appId);
    }

    public String appName() {
        return appName;
    }

    public String publisher() {
        return publisher;
    }

    public DeploymentState state() {
        return state;
    }

    public boolean draft() {
        return state == DeploymentState.DRAFT;
    }

    public boolean active() {
        return state == DeploymentState.ACTIVE;
    }

    public boolean paused() {
        return state == DeploymentState.PAUSED;
    }

    public boolean deleting() {
        return state == DeploymentState.DELETING;
    }

    public DeploymentSpec spec() {
        return spec;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Counts its changes: by which a form says which state of it was seen. */
    public int version() {
        return version == null ? 0 : version;
    }
}

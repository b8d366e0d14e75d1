package io.patchbay.environment.model;

import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
public class Environment {

    @EmbeddedId
    private EnvironmentKey key;

    private String name;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected Environment() {}

    public Environment(CompanyId company, EnvironmentId id, String name, Instant at) {
        this.key = EnvironmentKey.of(company, id);
        this.name = name;
        this.createdAt = at;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        this.name = newName;
    }
}

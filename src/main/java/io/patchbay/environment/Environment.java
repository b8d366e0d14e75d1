package io.patchbay.environment;

import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
class Environment {

    @EmbeddedId
    private EnvironmentKey key;

    private String name;
    private Instant createdAt;

    @Version
    private Integer version;

    protected Environment() {}

    Environment(CompanyId company, EnvironmentId id, String name, Instant at) {
        this.key = EnvironmentKey.of(company, id);
        this.name = name;
        this.createdAt = at;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }
}

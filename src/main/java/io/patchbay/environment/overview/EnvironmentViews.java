package io.patchbay.environment.overview;

import static java.util.Objects.requireNonNull;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.environment.HealthView;
import io.patchbay.environment.connection.ConnectionState;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Environments with their connections as pages show them, one statement for any number of them. */
@Component
public class EnvironmentViews {

    private final EnvironmentsWithConnections environments;
    private final KnownEnvironments known;
    private final Clock clock;

    EnvironmentViews(EnvironmentsWithConnections environments, KnownEnvironments known, Clock clock) {
        this.environments = environments;
        this.known = known;
        this.clock = clock;
    }

    /** Those of the current company, oldest first. */
    public List<EnvironmentView> all() {
        return PageView.once(
                EnvironmentViews.class, () -> rows().stream().map(this::view).toList());
    }

    private List<EnvironmentWithConnection> rows() {
        return PageView.isOpen()
                ? PageView.once(KnownEnvironments.class, known::all)
                : environments.withConnections(Current.company().value());
    }

    /** How the connections stand of those of the current company that have one. */
    public Map<EnvironmentId, ConnectionState> states() {
        var states = new HashMap<EnvironmentId, ConnectionState>();
        rows().forEach(row -> {
            if (row.state() != null) {
                states.put(new EnvironmentId(row.environmentId()), row.state());
            }
        });
        return states;
    }

    /** One of them; a page reads all of them for its navigation anyway. */
    public Optional<EnvironmentView> find(EnvironmentId environment) {
        if (PageView.isOpen()) {
            return all().stream().filter(one -> one.id().equals(environment)).findFirst();
        }
        return environments
                .withConnection(Current.company().value(), environment.value())
                .map(this::view);
    }

    private EnvironmentView view(EnvironmentWithConnection row) {
        return new EnvironmentView(
                new EnvironmentId(row.environmentId()), row.name(), row.createdAt(), connection(row, row.state()));
    }

    private @Nullable ConnectionView connection(EnvironmentWithConnection row, @Nullable ConnectionState state) {
        return state == null
                ? null
                : new ConnectionView(
                        requireNonNull(row.tenantId()),
                        requireNonNull(row.tenantName()),
                        requireNonNull(row.primaryDomain()),
                        requireNonNull(row.connectedAt()),
                        requireNonNull(row.connectedBy()),
                        requireNonNull(row.approvedBy()),
                        row.managedDevices(),
                        state.conclusion().checkedAt(),
                        HealthView.of(state, clock.instant()));
    }
}

package io.patchbay.environment;

import io.patchbay.environment.connection.ConnectionState;
import io.patchbay.environment.connection.FeatureRow;
import io.patchbay.environment.overview.EnvironmentViews;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;

/** Which features work in an environment's tenant now, and why the others do not. */
@Service
public class ConnectionFeatures {

    private final EnvironmentViews views;
    private final MessageSourceAccessor messages;

    ConnectionFeatures(EnvironmentViews views, MessageSourceAccessor messages) {
        this.views = views;
        this.messages = messages;
    }

    /** Why the feature is off, for each connected environment of the current company where it is. */
    public Map<EnvironmentId, String> whyOff(Feature feature) {
        var reasons = new HashMap<EnvironmentId, String>();
        views.states().forEach((environment, state) -> {
            var reason = reason(state, feature);
            if (reason != null) {
                reasons.put(environment, reason);
            }
        });
        return reasons;
    }

    public List<FeatureRow> rows(ConnectionState state) {
        return Arrays.stream(Feature.values())
                .map(feature -> new FeatureRow(feature, reason(state, feature)))
                .toList();
    }

    private String inaccessible(@Nullable ConsentProblem problem) {
        if (problem == null || problem == ConsentProblem.CONSENT_MISSING) {
            return messages.getMessage("feature.off.lost");
        }
        return messages.getMessage(
                "feature.off.inaccessible", new Object[] {messages.getMessage("health.cause." + problem)});
    }

    private @Nullable String reason(ConnectionState state, Feature feature) {
        if (state.disconnecting()) {
            return messages.getMessage("feature.off.disconnecting");
        }
        if (state.conclusion().inaccessible()) {
            return inaccessible(state.conclusion().problem());
        }
        var missing = RequiredPermission.named(state.conclusion().missing()).stream()
                .filter(feature.permissions()::contains)
                .map(RequiredPermission::value)
                .collect(Collectors.joining(", "));
        var wanted = RequiredPermission.named(state.conclusion().missingUnwaived()).stream()
                .anyMatch(feature.permissions()::contains);
        if (!missing.isEmpty() && !wanted) {
            return messages.getMessage("feature.off.waived", new Object[] {missing});
        }
        if (!missing.isEmpty()) {
            return messages.getMessage("feature.off.missing", new Object[] {missing});
        }
        return feature.writes() && state.pause() != null ? messages.getMessage("feature.off.paused") : null;
    }
}

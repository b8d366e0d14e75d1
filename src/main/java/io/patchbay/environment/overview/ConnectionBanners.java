package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.HealthView;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says at the top of every page that a connection is not whole, for as long as it is not. */
@Component
class ConnectionBanners implements BannerSource {

    private final Environments environments;
    private final ConnectionActions actions;
    private final MessageSourceAccessor messages;

    ConnectionBanners(Environments environments, ConnectionActions actions, MessageSourceAccessor messages) {
        this.environments = environments;
        this.actions = actions;
        this.messages = messages;
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.VIEW_ENVIRONMENTS)) {
            return List.of();
        }
        return environments.all().stream().flatMap(this::banner).toList();
    }

    private Stream<Banner> banner(EnvironmentView environment) {
        var connection = environment.connection();
        if (connection == null) {
            return Stream.empty();
        }
        return banner(environment, connection.tenantName(), connection.health());
    }

    private Stream<Banner> banner(EnvironmentView environment, String tenant, @Nullable HealthView health) {
        if (health == null) {
            return Stream.empty();
        }
        return switch (health.kind()) {
            case CONNECTED, REDUCED, DISCONNECTING -> Stream.empty();
            case DEGRADED -> one(Banner.Severity.WARNING, environment, health, tenant, names(health));
            case WARNED ->
                one(
                        Banner.Severity.WARNING,
                        environment,
                        health,
                        tenant,
                        messages.getMessage("health.cause." + health.cause()));
            case LOST, BLOCKED ->
                one(
                        Banner.Severity.DANGER,
                        environment,
                        health,
                        tenant,
                        messages.getMessage("health.cause." + health.cause()));
            case OURS -> one(Banner.Severity.INFO, environment, health, tenant);
            case PAUSED ->
                Stream.concat(
                        one(Banner.Severity.INFO, environment, health, tenant),
                        banner(environment, tenant, health.known()));
            case UNKNOWN, VERIFYING, CHECKING, STALE -> banner(environment, tenant, health.known());
        };
    }

    private static String names(HealthView health) {
        return health.permissions().stream().map(RequiredPermission::value).collect(Collectors.joining(", "));
    }

    private Stream<Banner> one(
            Banner.Severity severity, EnvironmentView environment, HealthView health, Object... args) {
        var action = actions.of(environment, health);
        var key = "connection:%s:%s:%s".formatted(environment.id(), health.name(), health.since());
        var text = messages.getMessage("health.banner." + health.name(), args);
        return Stream.of(
                health.paused()
                        ? Banner.dismissible(key, severity, text, List.of(action))
                        : Banner.staying(key, severity, text, List.of(action)));
    }
}

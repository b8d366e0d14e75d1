package io.patchbay.environment.overview;

import io.patchbay.company.CompanyDeletionCheck;
import io.patchbay.environment.EnvironmentView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** A company with an Intune connection, even one that is being disconnected, is not deleted. */
@Component
class ConnectionDeletionCheck implements CompanyDeletionCheck {

    private final EnvironmentViews environments;
    private final MessageSourceAccessor messages;

    ConnectionDeletionCheck(EnvironmentViews environments, MessageSourceAccessor messages) {
        this.environments = environments;
        this.messages = messages;
    }

    @Override
    public List<String> obstacles() {
        return environments.all().stream().flatMap(this::obstacle).toList();
    }

    private Stream<String> obstacle(EnvironmentView environment) {
        var connection = environment.connection();
        if (connection == null) {
            return Stream.empty();
        }
        var key = connection.health().disconnecting() ? "company.delete.disconnecting" : "company.delete.connected";
        return Stream.of(messages.getMessage(key, new Object[] {connection.tenantName(), environment.name()}));
    }
}

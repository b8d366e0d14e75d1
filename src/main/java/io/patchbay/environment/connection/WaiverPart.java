package io.patchbay.environment.connection;

import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The permissions that a connection does without, to be taken along. Only one that is missing can be waived again. */
@Component
@Order(WaiverPart.FIRST)
class WaiverPart implements PortablePart<WaiverPart.CopiedWaiver> {

    static final int FIRST = 1;

    private final ConnectionUpdates connections;
    private final ConnectionAdministration administration;
    private final MessageSourceAccessor messages;

    WaiverPart(ConnectionUpdates connections, ConnectionAdministration administration, MessageSourceAccessor messages) {
        this.connections = connections;
        this.administration = administration;
        this.messages = messages;
    }

    /** A waived permission of Microsoft Graph, as it stands in a file. */
    record CopiedWaiver(String permission) {}

    @Override
    public String name() {
        return "waivers";
    }

    @Override
    public Class<CopiedWaiver> type() {
        return CopiedWaiver.class;
    }

    @Override
    public List<CopiedWaiver> pieces(EnvironmentId environment) {
        return connections.find(environment).stream()
                .flatMap(connection -> connection.state().conclusion().waived().stream())
                .sorted()
                .map(CopiedWaiver::new)
                .toList();
    }

    @Override
    public Capability needed() {
        return Capability.WAIVE_PERMISSIONS;
    }

    @Override
    public PartImport<CopiedWaiver> importing(EnvironmentId environment, List<CopiedWaiver> all, GroupMapping groups) {
        return new WaiverImport(environment, all);
    }

    private final class WaiverImport implements PartImport<CopiedWaiver> {

        private final EnvironmentId environment;
        private final List<CopiedWaiver> all;

        WaiverImport(EnvironmentId environment, List<CopiedWaiver> all) {
            this.environment = environment;
            this.all = all;
        }

        @Override
        public List<Prospect> prospects() {
            return connections.find(environment).stream()
                    .map(connection -> connection.state().conclusion())
                    .flatMap(known -> all.stream().map(one -> prospect(one, known)))
                    .toList();
        }

        private Prospect prospect(CopiedWaiver one, CheckConclusion known) {
            if (known.waived().contains(one.permission())) {
                return Prospect.there(one.permission(), "");
            }
            return known.missing().contains(one.permission())
                    ? Prospect.possible(one.permission(), "")
                    : Prospect.impossible(one.permission(), "", messages.getMessage("copy.waiver.notMissing"));
        }

        @Override
        public Optional<String> make(int number, Supplied supplied) {
            administration.waive(
                    environment,
                    RequiredPermission.of(all.get(number).permission())
                            .orElseThrow(() -> new ConflictException("connection.permissionUnknown")));
            return Optional.empty();
        }
    }
}

package io.patchbay.event.api;

import io.patchbay.event.EventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.Current;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which other systems of the current company read its events. A token is shown once and stored as a hash. */
@Service
public class EventTokens {

    private static final String PREFIX = "pbe_";
    private static final int SHOWN = 4;
    private static final int LONGEST_NAME = 60;
    private static final int AT_MOST = 20;

    private final TokenStore store;
    private final EventLog log;
    private final CrossTenantQueries crossTenant;
    private final Identifiers identifiers;
    private final Clock clock;

    EventTokens(TokenStore store, EventLog log, CrossTenantQueries crossTenant, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.log = log;
        this.crossTenant = crossTenant;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * A token as people see it.
     *
     * @param endsWith its last characters
     */
    public record Token(
            UUID id,
            String name,
            String endsWith,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** Whose token it is. */
    public record Bearer(CompanyId company, UUID token) {}

    /** The tokens that work, newest first. */
    @Transactional(readOnly = true)
    public List<Token> all() {
        return store.all();
    }

    /**
     * Makes a token; what it returns is never to be seen again.
     *
     * @throws InvalidRequestException without a name, or with one that is too long
     * @throws ConflictException where there are as many as there may be
     */
    @Transactional
    public String create(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new InvalidRequestException("stream.token.nameNeeded");
        }
        if (store.all().size() >= AT_MOST) {
            throw new ConflictException("stream.token.tooMany");
        }
        var token = PREFIX + OneTimeSecrets.random();
        var stored = new Token(
                identifiers.next(),
                name.strip(),
                token.substring(token.length() - SHOWN),
                Current.actor().name(),
                clock.instant(),
                null);
        store.insert(stored, OneTimeSecrets.sha256(token));
        tell(LogEventKind.EVENT_TOKEN_CREATED, stored);
        return token;
    }

    /** Makes a token useless from now on; again changes nothing. */
    @Transactional
    public void revoke(UUID id) {
        var token = store.find(id).orElseThrow(NotFoundException::new);
        if (store.revoke(id, clock.instant())) {
            tell(LogEventKind.EVENT_TOKEN_REVOKED, token);
        }
    }

    /** Whose token this is; empty for one that does not work. */
    public Optional<Bearer> bearer(String token) {
        return token.startsWith(PREFIX)
                ? crossTenant
                        .askOften("cross_tenant_event_token", EventTokens::bearer, OneTimeSecrets.sha256(token))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    private static Bearer bearer(ResultSet row, int number) throws SQLException {
        return new Bearer(new CompanyId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class));
    }

    /** Remembers that a token of the current company was used, to the minute. */
    @Transactional
    public void used(UUID id) {
        store.used(id, clock.instant());
    }

    private void tell(EventKind kind, Token token) {
        log.append(NewEvent.of(kind, token.name()).with("ends with", token.endsWith()));
    }
}

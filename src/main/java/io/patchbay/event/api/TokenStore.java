package io.patchbay.event.api;

import io.patchbay.event.api.EventTokens.Token;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {

    private static final String SELECT =
            "select token_id, name, token_ending, created_by, created_at, last_used_at from event_token where company_id = ? ";

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Token> all() {
        return jdbc.sql(SELECT + "and revoked_at is null order by token_id desc")
                .param(Current.company().value())
                .query((rs, row) -> read(rs))
                .list();
    }

    Optional<Token> find(UUID id) {
        return jdbc.sql(SELECT + "and token_id = ?")
                .params(Current.company().value(), id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    void insert(Token token, byte[] hash) {
        jdbc.sql("insert into event_token values (?, ?, ?, ?, ?, ?, ?, null, null)")
                .params(
                        Current.company().value(),
                        token.id(),
                        token.name(),
                        hash,
                        token.endsWith(),
                        token.createdBy(),
                        Timestamps.utc(token.createdAt()))
                .update();
    }

    boolean revoke(UUID id, Instant at) {
        return jdbc.sql(
                                "update event_token set revoked_at = ? where company_id = ? and token_id = ? and revoked_at is null")
                        .params(Timestamps.utc(at), Current.company().value(), id)
                        .update()
                == 1;
    }

    void used(UUID id, Instant at) {
        jdbc.sql("""
                        update event_token set last_used_at = ? where company_id = ? and token_id = ?
                          and (last_used_at is null or last_used_at < ?)
                        """)
                .params(Timestamps.utc(at), Current.company().value(), id, Timestamps.utc(at.minusSeconds(60)))
                .update();
    }

    private static Token read(ResultSet row) throws SQLException {
        return new Token(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Timestamps.instant(row, 5),
                Timestamps.instantOrNull(row, 6));
    }
}

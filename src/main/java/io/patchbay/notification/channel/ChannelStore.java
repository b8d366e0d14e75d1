package io.patchbay.notification.channel;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ChannelStore {

    private final JdbcClient jdbc;

    ChannelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Channel channel) {
        jdbc.sql("""
                        insert into channel values (:company, :id, :environment, :type, :name, :address, :shown, :secret,
                          :kinds, :verifiedAt, :nonce, 0, null, :createdAt, false, false, null)
                        """)
                .param("company", Current.company().value())
                .param("id", channel.id())
                .param("environment", channel.environment().value())
                .param("type", channel.type().name())
                .param("name", channel.name())
                .param("address", channel.address())
                .param("shown", channel.addressShown())
                .param("secret", channel.secret())
                .param("kinds", names(channel.kinds()))
                .param("verifiedAt", Timestamps.utcOrNull(channel.verifiedAt()))
                .param("nonce", channel.nonce())
                .param("createdAt", Timestamps.utcOrNull(channel.createdAt()))
                .update();
    }

    public List<Channel> all() {
        return jdbc.sql(
                        "select * from channel where company_id = ? and not disconnecting order by created_at, channel_id")
                .param(Current.company().value())
                .query((rs, row) -> read(rs))
                .list();
    }

    public List<Channel> of(EnvironmentId environment) {
        return all().stream()
                .filter(channel -> channel.environment().equals(environment))
                .toList();
    }

    /** All of the company, also those that leave; nobody else changes one until the transaction ends. */
    List<Channel> forRotation() {
        return jdbc.sql("select * from channel where company_id = ? for update")
                .param(Current.company().value())
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Replaces what is encrypted by the same, encrypted anew. */
    void renew(UUID id, byte[] address, byte @Nullable [] secret) {
        jdbc.sql(
                        "update channel set address = :address, secret = :secret where company_id = :company and channel_id = :id")
                .param("address", address)
                .param("secret", secret)
                .param("company", Current.company().value())
                .param("id", id)
                .update();
    }

    public Optional<Channel> find(UUID id) {
        return findAny(id).filter(channel -> !channel.leaving());
    }

    /** Also one whose connection is gone and that has something left to deliver. */
    public Optional<Channel> findAny(UUID id) {
        return jdbc.sql("select * from channel where company_id = ? and channel_id = ?")
                .params(Current.company().value(), id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public List<UUID> listeningTo(EnvironmentId environment, NoticeKind kind) {
        return jdbc.sql("""
                        select channel_id from channel
                        where company_id = ? and environment_id = ? and ? = any (kinds) and verified_at is not null
                          and not disconnecting
                        """)
                .params(Current.company().value(), environment.value(), kind.name())
                .query((rs, row) -> rs.getObject(1, UUID.class))
                .list();
    }

    /** Whether it waited to be verified with this nonce, which is used up by that. */
    boolean verify(UUID id, UUID nonce, UUID next, Instant at) {
        return jdbc.sql("""
                        update channel set verified_at = ?, arrived_at = ?, nonce = ?
                        where company_id = ? and channel_id = ? and nonce = ? and verified_at is null
                        """)
                        .params(
                                Timestamps.utc(at),
                                Timestamps.utc(at),
                                next,
                                Current.company().value(),
                                id,
                                nonce)
                        .update()
                == 1;
    }

    public void listenTo(UUID id, Set<NoticeKind> kinds) {
        jdbc.sql("update channel set kinds = ? where company_id = ? and channel_id = ?")
                .params(names(kinds), Current.company().value(), id)
                .update();
    }

    /** Something arrived through it; the first time counts. */
    public void arrived(UUID id, Instant at) {
        jdbc.sql("update channel set arrived_at = ? where company_id = ? and channel_id = ? and arrived_at is null")
                .params(Timestamps.utc(at), Current.company().value(), id)
                .update();
    }

    public void save(UUID id, int failures, @Nullable Instant closedUntil) {
        jdbc.sql("""
                        update channel set failures = :failures, suspended_until = :closedUntil
                        where company_id = :company and channel_id = :id
                        """)
                .param("failures", failures)
                .param("closedUntil", Timestamps.utcOrNull(closedUntil))
                .param("company", Current.company().value())
                .param("id", id)
                .update();
    }

    /** Takes it off the pages; nothing new goes through it but the end of its connection. */
    public void leave(UUID id) {
        jdbc.sql("update channel set disconnecting = true where company_id = ? and channel_id = ?")
                .params(Current.company().value(), id)
                .update();
    }

    /** Its connection is gone; it may be deleted when nothing waits in it. */
    public void end(UUID id) {
        jdbc.sql("update channel set disconnected = true where company_id = ? and channel_id = ?")
                .params(Current.company().value(), id)
                .update();
    }

    public List<Channel> leaving(EnvironmentId environment) {
        return jdbc.sql(
                        "select * from channel where company_id = ? and environment_id = ? and disconnecting and not disconnected")
                .params(Current.company().value(), environment.value())
                .query((rs, row) -> read(rs))
                .list();
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from channel where company_id = ? and channel_id = ?")
                        .params(Current.company().value(), id)
                        .update()
                == 1;
    }

    private static String[] names(Set<NoticeKind> kinds) {
        return kinds.stream().map(NoticeKind::name).sorted().toArray(String[]::new);
    }

    private static Channel read(ResultSet rs) throws SQLException {
        return new Channel(
                rs.getObject("channel_id", UUID.class),
                new EnvironmentId(rs.getObject("environment_id", UUID.class)),
                ChannelType.valueOf(rs.getString("type")),
                rs.getString("name"),
                rs.getBytes("address"),
                rs.getString("display_address"),
                rs.getBytes("secret"),
                Arrays.stream((String[]) rs.getArray("kinds").getArray())
                        .map(NoticeKind::valueOf)
                        .collect(Collectors.toSet()),
                Timestamps.instantOrNull(rs, "verified_at"),
                rs.getObject("nonce", UUID.class),
                rs.getInt("failures"),
                Timestamps.instantOrNull(rs, "suspended_until"),
                Timestamps.instant(rs, "created_at"),
                Timestamps.instantOrNull(rs, "arrived_at"),
                rs.getBoolean("disconnecting"),
                rs.getBoolean("disconnected"));
    }
}

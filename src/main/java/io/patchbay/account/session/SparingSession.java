package io.patchbay.account.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session that notes its use once a minute, so that a page that only reads writes nothing. */
final class SparingSession<S extends Session> implements Session {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final S session;
    private final Clock clock;
    private String id;

    SparingSession(String id, S session, Clock clock) {
        this.id = id;
        this.session = session;
        this.clock = clock;
    }

    S stored() {
        return session;
    }

    /** The time is the clock's, whatever Spring Session thinks it is. */
    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        var now = clock.instant();
        if (!now.isBefore(session.getLastAccessedTime().plus(NOTED_EVERY))) {
            session.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = SessionIds.random();
        SessionIds.assign(id, session::changeSessionId);
        return id;
    }

    @Override
    public <T> @Nullable T getAttribute(String attributeName) {
        return session.getAttribute(attributeName);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String attributeName, Object attributeValue) {
        session.setAttribute(attributeName, attributeValue);
    }

    @Override
    public void removeAttribute(String attributeName) {
        session.removeAttribute(attributeName);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return !clock.instant().isBefore(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
    }
}

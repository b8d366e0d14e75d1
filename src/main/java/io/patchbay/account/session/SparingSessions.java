package io.patchbay.account.session;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that note their use sparingly, are read once in a request, are stored without their identifiers, and end some time
 * after the sign-in at the latest.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

    private final FindByIndexNameSessionRepository<S> stored;
    private final Clock clock;
    private final Duration lifetime;

    SparingSessions(FindByIndexNameSessionRepository<S> stored, Clock clock, Duration lifetime) {
        this.stored = stored;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    @Override
    public SparingSession<S> createSession() {
        var id = SessionIds.random();
        var session = SessionIds.assign(id, stored::createSession);
        session.setLastAccessedTime(clock.instant());
        return new SparingSession<>(id, session, clock);
    }

    @Override
    public void save(SparingSession<S> session) {
        stored.save(session.stored());
        RequestSession.keep(session);
    }

    /** Whoever just stored a session asks for it once more, to see whether it is still there: it is. */
    @Override
    @SuppressWarnings("unchecked") // there is one repository, and it keeps its own
    public @Nullable SparingSession<S> findById(String id) {
        return RequestSession.kept(id)
                .map(session -> (SparingSession<S>) session)
                .orElseGet(() -> read(id));
    }

    private @Nullable SparingSession<S> read(String id) {
        var session = stored.findById(SessionIds.hashed(id));
        if (session == null) {
            return null;
        }
        var found = new SparingSession<>(id, session, clock);
        if (ended(found)) {
            deleteById(id);
            return null;
        }
        return found;
    }

    private boolean ended(SparingSession<S> session) {
        SignInRecord signIn = session.getAttribute(SignInRecord.ATTRIBUTE);
        return session.isExpired()
                || (signIn != null && !clock.instant().isBefore(signIn.at().plus(lifetime)));
    }

    @Override
    public void deleteById(String id) {
        RequestSession.forget();
        stored.deleteById(SessionIds.stored(id));
    }

    @Override
    public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        var all = new LinkedHashMap<String, SparingSession<S>>();
        stored.findByIndexNameAndIndexValue(indexName, indexValue).forEach((stored, session) -> {
            var found = new SparingSession<>(SessionIds.found(stored), session, clock);
            if (!ended(found)) {
                all.put(found.getId(), found);
            }
        });
        return all;
    }
}

package io.patchbay.account.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Sessions that note their use sparingly, and are read once in a request. */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

    private final FindByIndexNameSessionRepository<S> stored;

    SparingSessions(FindByIndexNameSessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(stored.createSession());
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
        var session = stored.findById(id);
        return session == null ? null : new SparingSession<>(session);
    }

    @Override
    public void deleteById(String id) {
        RequestSession.forget();
        stored.deleteById(id);
    }

    @Override
    public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        var all = new LinkedHashMap<String, SparingSession<S>>();
        stored.findByIndexNameAndIndexValue(indexName, indexValue)
                .forEach((id, session) -> all.put(id, new SparingSession<>(session)));
        return all;
    }
}

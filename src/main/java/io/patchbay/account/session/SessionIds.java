package io.patchbay.account.session;

import io.patchbay.platform.crypto.OneTimeSecrets;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.session.SessionIdGenerator;

/**
 * A session's identifier is known to the browser alone. Stored is the first half of its SHA-256, from which it cannot be told:
 * whoever reads the database, or a copy of it, cannot take over a session.
 */
final class SessionIds {

    /** Before the identifier of a session that was found by its person, not by its identifier. */
    private static final String FOUND = "stored:";

    private static final ScopedValue<String> NEXT = ScopedValue.newInstance();

    /** For the repository: gives new sessions what {@link #assign} says. */
    static final SessionIdGenerator STORED = NEXT::get;

    private SessionIds() {}

    static String random() {
        return OneTimeSecrets.random();
    }

    /** Has a new session, or one that changes its identifier, stored for this identifier. */
    static <T> T assign(String id, Supplier<T> work) {
        return ScopedValue.where(NEXT, hashed(id)).call(work::get);
    }

    /** What is stored for an identifier that a browser sent or shall get. */
    static String hashed(String id) {
        return hash(id).toString();
    }

    /** What is stored for the identifier of a session, however that was found. */
    static String stored(String id) {
        return id.startsWith(FOUND) ? id.substring(FOUND.length()) : hashed(id);
    }

    /** The identifier of a session of which only is known what is stored; no browser can sign in with it. */
    static String found(String stored) {
        return FOUND + stored;
    }

    /** Names a session to its owner. */
    static UUID reference(String id) {
        return hash(stored(id));
    }

    private static UUID hash(String text) {
        var hash = ByteBuffer.wrap(OneTimeSecrets.sha256(text));
        return new UUID(hash.getLong(), hash.getLong());
    }
}

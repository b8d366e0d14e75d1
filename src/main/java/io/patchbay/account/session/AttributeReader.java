package io.patchbay.account.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Reads what a session holds from the bytes that are stored. Who somebody is, when they signed in and which company they chose
 * is the same with every request and expensive to read: it is remembered by its bytes for as long as its owner is busy. What
 * could be changed by whoever gets it is read anew each time.
 */
final class AttributeReader implements Converter<byte[], Object> {

    private static final int AT_MOST = 4_000;
    private static final Duration BUSY = Duration.ofMinutes(5);

    private final DeserializingConverter deserializing =
            new DeserializingConverter(AttributeReader.class.getClassLoader());
    private final Cache<ByteBuffer, Object> known =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterAccess(BUSY).build();

    @Override
    public Object convert(byte[] stored) {
        var key = ByteBuffer.wrap(stored);
        var value = known.getIfPresent(key);
        if (value == null) {
            value = deserializing.convert(stored);
            if (lasting(value)) {
                known.put(key, value);
            }
        }
        return value instanceof SecurityContextImpl context ? copy(context) : value;
    }

    /** A context is its request's own; whom it names is the same for all of them. */
    private static SecurityContext copy(SecurityContext context) {
        var copy = new SecurityContextImpl();
        copy.setAuthentication(context.getAuthentication());
        return copy;
    }

    private static boolean lasting(Object value) {
        return value instanceof SecurityContextImpl || value instanceof SignInRecord || value instanceof UUID;
    }
}

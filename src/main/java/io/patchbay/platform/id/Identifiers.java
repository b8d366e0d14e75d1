package io.patchbay.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the identifiers of everything Patchbay stores. */
@Component
public class Identifiers {

    private final TimeBasedEpochGenerator generator;

    Identifiers(Clock clock) {
        this.generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new time-ordered UUID (version 7), by the application's clock. */
    public UUID next() {
        return generator.generate();
    }
}

package io.patchbay.event.log;

import io.patchbay.event.RecordedEvent;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.Current;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells events that the portal wrote from those that somebody put beside them in the database before they were sealed. */
@Component
public class EventNotes {

    private final SecretBox secrets;

    EventNotes(@Qualifier("eventSecrets") SecretBox secrets) {
        this.secrets = secrets;
    }

    /** The keyed hash that goes with the note of an event of the current company. */
    public byte[] of(RecordedEvent event) {
        return secrets.sign(EventBytes.note(Current.company(), event));
    }

    /** Whether the portal wrote this event of the current company, exactly as it stands there. */
    public boolean proves(byte @Nullable [] mac, RecordedEvent event) {
        return mac != null && secrets.signed(EventBytes.note(Current.company(), event), mac);
    }
}

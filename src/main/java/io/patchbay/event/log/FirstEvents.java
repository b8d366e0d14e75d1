package io.patchbay.event.log;

import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.RecordedEvent;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows what the log of a company begins with. */
@Component
public class FirstEvents {

    private final Set<String> types;

    FirstEvents(List<EventKinds> modules) {
        this.types = modules.stream()
                .flatMap(module -> module.kinds().stream())
                .filter(EventKind::first)
                .map(EventKind::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the current log can begin with this event; the operator's own log begins with any. */
    public boolean first(RecordedEvent event) {
        return operators() || types.contains(event.type());
    }

    /** Whether the current log may have no event at all. */
    public boolean operators() {
        return Current.company().equals(CompanyId.OPERATOR);
    }
}

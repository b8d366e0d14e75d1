package io.patchbay.licensing.license;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about licenses, keys and quotes. */
public enum LicensingEventKind implements EventKind {
    TRIAL_STARTED(EventDefinition.general(Category.LICENSE, Operation.STARTED, "plan", "devices", "last day")),
    TRIAL_EXPIRED(EventDefinition.general(Category.LICENSE, Operation.EXPIRED, "plan", "last day")),
    LICENSE_ACTIVATED(EventDefinition.general(
            Category.LICENSE,
            Operation.ACTIVATED,
            "plan",
            "devices",
            "key ending",
            "first day",
            "last day",
            "plan before")),
    LICENSE_EXPIRED(EventDefinition.general(Category.LICENSE, Operation.EXPIRED, "plan", "key ending", "last day")),
    LICENSE_REVOKED(EventDefinition.security(Category.LICENSE, Operation.REVOKED, "plan", "key ending")),
    LICENSE_KEY_REFUSED(EventDefinition.security(Category.LICENSE, Operation.REFUSED, "reason", "key ending")),
    LICENSE_KEY_ISSUED(EventDefinition.security(
            Category.LICENSE,
            Operation.ISSUED,
            "plan",
            "devices",
            "key ending",
            "first day",
            "last day",
            "for company",
            "quote")),
    QUOTE_REQUESTED(EventDefinition.general(
            Category.LICENSE, Operation.REQUESTED, "reference", "plan", "devices", "for company")),
    QUOTE_ANSWERED(EventDefinition.general(
            Category.LICENSE, Operation.ANSWERED, "reference", "plan", "devices", "key ending")),
    QUOTE_DECLINED(EventDefinition.general(Category.LICENSE, Operation.REJECTED, "reference", "answer"));

    private final EventDefinition definition;

    LicensingEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public EventDefinition definition() {
        return definition;
    }

    @Component
    static class All implements EventKinds {

        @Override
        public List<EventKind> kinds() {
            return List.of(values());
        }
    }
}

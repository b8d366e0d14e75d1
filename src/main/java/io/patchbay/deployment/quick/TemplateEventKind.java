package io.patchbay.deployment.quick;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about templates of deployments. */
enum TemplateEventKind implements EventKind {
    DEPLOYMENT_TEMPLATE_CREATED(EventDefinition.general(Category.DEPLOYMENT, Operation.CREATED, "name")),
    DEPLOYMENT_TEMPLATE_UPDATED(
            EventDefinition.general(Category.DEPLOYMENT, Operation.UPDATED, "changed", "name before", "name after")),
    DEPLOYMENT_TEMPLATE_DELETED(EventDefinition.general(Category.DEPLOYMENT, Operation.DELETED, "name"));

    private final EventDefinition definition;

    TemplateEventKind(EventDefinition definition) {
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

package io.patchbay.company.model;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about people, their access and the company itself. */
public enum CompanyEventKind implements EventKind {
    COMPANY_CREATED(EventDefinition.general(Category.COMPANY, Operation.CREATED, "name", "country")),
    COMPANY_UPDATED(EventDefinition.general(Category.COMPANY, Operation.UPDATED, "changed", "before", "after")
            .variants("name", "country", "contactEmail", "billingEmail", "appLanguage")),
    COMPANY_DELETED(EventDefinition.security(
            Category.COMPANY, Operation.REMOVED, "name", "members", "invitations", "access requests")),
    USER_ACCOUNT_CREATED(EventDefinition.security(Category.USER, Operation.CREATED, "role", "account")
            .variants("registered", "approved", "invited")),
    ACCESS_REQUESTED(EventDefinition.security(Category.ACCESS, Operation.REQUESTED, "reason")),
    ACCESS_REQUEST_RENEWED(EventDefinition.security(Category.ACCESS, Operation.REQUESTED)),
    ACCESS_REQUEST_WITHDRAWN(EventDefinition.security(Category.ACCESS, Operation.REMOVED)),
    ACCESS_REQUEST_APPROVED(EventDefinition.security(Category.ACCESS, Operation.APPROVED, "role")),
    ACCESS_REQUEST_REJECTED(EventDefinition.security(Category.ACCESS, Operation.REJECTED)),
    USER_REMOVED(EventDefinition.security(Category.USER, Operation.REMOVED, "account", "role")),
    USER_LEFT(EventDefinition.security(Category.USER, Operation.REMOVED, "account", "role")),
    ROLE_CHANGED(
            EventDefinition.security(Category.USER, Operation.ROLE_CHANGED, "account", "role before", "role after")),
    INVITATION_SENT(EventDefinition.security(Category.USER, Operation.CREATED, "role")),
    INVITATION_DELETED(EventDefinition.security(Category.USER, Operation.REMOVED));

    private final EventDefinition definition;

    CompanyEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public boolean first() {
        return this == COMPANY_CREATED;
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
